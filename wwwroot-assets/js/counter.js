// The counter's own: what a customer over the shoulder may read, the cover of a screen nobody touches, and "still with a customer?".
import { stayAwake } from './awake.js';
const html = document.documentElement;
const STORE = 'leaddesk-glance', IDLE = 60000, HOLD = 350;
const here = () => document.querySelector('.counter-body');
// A tablet lies on the counter between two people; a phone is held by one.
const tablet = matchMedia('(pointer: coarse) and (min-width: 700px)').matches;

function glance(on) {
  html.toggleAttribute('data-glance', on);
  for (const b of document.querySelectorAll('[data-glance-set]')) b.setAttribute('aria-pressed', String((b.dataset.glanceSet === 'on') === on));
  for (const b of document.querySelectorAll('[data-glance-hold]')) b.hidden = !on;
}
const wished = () => (localStorage.getItem(STORE) ?? (tablet ? 'on' : 'off')) === 'on';

let holding = 0;
const held = on => { clearTimeout(holding); html.toggleAttribute('data-held', on); };
addEventListener('pointerdown', e => { if (e.target.closest?.('[data-glance-hold]')) holding = setTimeout(() => held(true), HOLD); });
for (const end of ['pointerup', 'pointercancel', 'blur']) addEventListener(end, () => held(false));
addEventListener('keydown', e => { if ((e.key === ' ' || e.key === 'Enter') && e.target.closest?.('[data-glance-hold]')) { e.preventDefault(); held(true); } });
addEventListener('keyup', () => held(false));
addEventListener('contextmenu', e => { if (e.target.closest?.('[data-glance-hold]')) e.preventDefault(); });

let idle = 0;
function cover() {
  const el = document.querySelector('[data-cover]');
  // Where people share a device the next one stands there soon, whatever this one wishes.
  if (!el || !(html.hasAttribute('data-glance') || html.hasAttribute('data-device'))) return;
  el.querySelector('[data-cover-clock]').textContent = new Date().toLocaleTimeString(html.dataset.culture || [], { timeStyle: 'short' });
  el.hidden = false;
}
function touched(e) {
  const el = document.querySelector('[data-cover]:not([hidden])');
  if (el) { el.hidden = true; e.preventDefault(); e.stopPropagation(); }
  clearTimeout(idle);
  if (here()) idle = setTimeout(cover, IDLE);
}
for (const touch of ['click', 'keydown']) addEventListener(touch, touched, { capture: true });
for (const touch of ['pointerdown', 'scroll']) addEventListener(touch, () => { clearTimeout(idle); if (here()) idle = setTimeout(cover, IDLE); }, { capture: true, passive: true });

addEventListener('click', e => {
  const set = e.target.closest?.('[data-glance-set]');
  if (set) { localStorage.setItem(STORE, set.dataset.glanceSet); glance(wished()); }
  const again = e.target.closest?.('[data-after-again]')?.closest('[data-after]');
  if (again) { again.dataset.after = String(Date.now() + Number(again.dataset.again)); again.hidden = true; }
});

let lit = false;
const light = () => { if (!document.hidden) { stayAwake(); lit = true; } };
document.addEventListener('visibilitychange', () => { if (here()) light(); });

new MutationObserver(() => { if (here()) { if (!lit) light(); glance(wished()); idle ||= setTimeout(cover, IDLE); } else html.removeAttribute('data-glance'); }).observe(document.body, { subtree: true, childList: true });
glance(!!here() && wished());
if (here()) light();
