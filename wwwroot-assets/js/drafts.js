// A note is never lost: a field with data-draft is kept in this tab at every stroke and handed to the desk every two seconds, until it is
// saved. The drafts go with the person: at sign-out, at a switch, and when somebody else is here, they are gone.
const html = document.documentElement;
const ALL = 'leaddesk-draft:';
const MINE = ALL + (html.dataset.me ?? '') + ':';
const EVERY = 2000;
const key = el => MINE + el.dataset.draft;
const timers = new WeakMap();

const drop = keep => { for (const k of Object.keys(sessionStorage)) if (k.startsWith(ALL) && !keep?.(k)) sessionStorage.removeItem(k); };
drop(k => html.dataset.me && k.startsWith(MINE));
addEventListener('submit', e => { if (['/sign-out', '/switch/leave'].includes(e.target.getAttribute?.('action'))) drop(); });

function hand(el) {
  timers.delete(el);
  if (!el.isConnected || html.hasAttribute('data-offline')) { if (el.isConnected) timers.set(el, setTimeout(() => hand(el), EVERY)); return; }
  el.dispatchEvent(new Event('change', { bubbles: true }));
  const said = el.closest('.field')?.querySelector('[data-kept]');
  if (said) said.hidden = false;
}

function restore(root) {
  const fields = root.matches?.('[data-draft]') ? [root] : root.querySelectorAll?.('[data-draft]') ?? [];
  for (const el of fields) {
    const kept = sessionStorage.getItem(key(el));
    if (!kept || el.value === kept) continue;
    el.value = kept;
    el.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

addEventListener('input', e => {
  const el = e.target;
  if (!el.matches?.('[data-draft]')) return;
  if (el.value) sessionStorage.setItem(key(el), el.value);
  else sessionStorage.removeItem(key(el));
  const said = el.closest('.field')?.querySelector('[data-kept]');
  if (said) said.hidden = true;
  if (!timers.has(el)) timers.set(el, setTimeout(() => hand(el), EVERY));
});
addEventListener('click', e => {
  const field = e.target.closest?.('[data-sends-note]')?.closest('article')?.querySelector('[data-draft]');
  if (field && !html.hasAttribute('data-offline')) sessionStorage.removeItem(key(field));
});
new MutationObserver(changes => {
  for (const c of changes) for (const n of c.addedNodes) if (n.nodeType === 1) restore(n);
}).observe(document.body, { subtree: true, childList: true });
restore(document);
