// Single keys press the visible element that carries them. Off in fields, dialogs and with modifiers, and wherever a person switched them off.
import { open as openPalette } from './palette.js';
import { choose } from './choose.js';
import { meant } from './mykeys.js';

const html = document.documentElement;
const STORE = 'leaddesk-keys';
const set = on => {
  html.dataset.keys = on ? 'on' : 'off';
  for (const b of document.querySelectorAll('[data-keys-set]')) b.setAttribute('aria-pressed', String((b.dataset.keysSet === 'on') === on));
};
set(localStorage.getItem(STORE) !== 'off');

const typing = el => el.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]');
const seen = el => el.checkVisibility?.() ?? el.offsetParent !== null;
const press = el => el.matches('input:not([type=checkbox]), textarea') ? el.focus() : el.click();
const usable = el => seen(el) && !el.disabled && !el.closest('[inert]');
// The row under the focus comes first, so that R moves the lead one stands on.
const find = selector => [...(document.activeElement?.closest('[data-id]')?.querySelectorAll(selector) ?? []), ...document.querySelectorAll(selector)].find(usable);
let going = 0;

function step(by) {
  const rows = [...document.querySelectorAll('[data-row]')].filter(seen);
  if (!rows.length) return;
  const here = document.activeElement;
  const at = rows.indexOf(here.closest?.('[data-row]') ?? here.closest?.('[data-id]')?.querySelector('[data-row]') ?? document.querySelector('[data-row][aria-current=true]'));
  rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))].focus();
}

addEventListener('keydown', e => {
  if (e.defaultPrevented || e.isComposing || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === 'Escape') {
    if (typing(e.target)) { e.target.blur(); return; }
    if (!document.querySelector('dialog[open], :popover-open')) find('[data-key=Escape]')?.click();
    return;
  }
  if (typing(e.target) || e.target.closest?.('dialog, [popover]')) return;
  if (e.key === 'ArrowDown' && document.activeElement?.matches('[data-row]')) { step(1); e.preventDefault(); return; }
  if (e.key === 'ArrowUp' && document.activeElement?.matches('[data-row]')) { step(-1); e.preventDefault(); return; }
  if (html.dataset.keys === 'off' || e.key.length !== 1 || e.repeat) return;
  const key = meant(e.key.toUpperCase());
  if (!key) return;
  if (key === '?') { document.getElementById('keys-sheet')?.showModal(); return; }
  if (key === '/') { e.preventDefault(); openPalette(); return; }
  if (key === 'G') { going = e.timeStamp; return; }
  const go = going && e.timeStamp - going < 1200 && find(`[data-go="${CSS.escape(key)}"]`);
  going = 0;
  if (go) { e.preventDefault(); go.click(); return; }
  if (key === 'J' || key === 'K') {
    // With Shift, the row one stands on and the next one are ticked.
    if (e.shiftKey) choose(document.activeElement);
    step(key === 'J' ? 1 : -1);
    if (e.shiftKey) choose(document.activeElement);
    e.preventDefault();
    return;
  }
  const el = find(`[data-key="${CSS.escape(key)}"]`);
  if (!el) return;
  e.preventDefault();
  // A tick by key takes the focus to its row, so that Shift J goes on from there.
  if (el.matches('[type=checkbox]') && !el.closest('[data-id]').contains(document.activeElement)) el.closest('[data-id]').querySelector('[data-row]')?.focus();
  press(el);
});

addEventListener('click', e => {
  const b = e.target.closest?.('[data-keys-set]');
  if (!b) return;
  localStorage.setItem(STORE, b.dataset.keysSet);
  set(b.dataset.keysSet === 'on');
});
document.addEventListener('toggle', () => set(html.dataset.keys !== 'off'), true);
