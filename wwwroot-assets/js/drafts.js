// A note is never lost: every field with data-draft is kept in this tab until it is saved (the server clears it by emptying the field).
const PREFIX = 'leaddesk-draft:';
const key = el => PREFIX + el.dataset.draft;

function restore(root) {
  const fields = root.matches?.('[data-draft]') ? [root] : root.querySelectorAll?.('[data-draft]') ?? [];
  for (const el of fields) {
    const kept = sessionStorage.getItem(key(el));
    if (!kept || el.value) continue;
    el.value = kept;
    el.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

addEventListener('input', e => {
  const el = e.target;
  if (!el.matches?.('[data-draft]')) return;
  if (el.value) sessionStorage.setItem(key(el), el.value);
  else sessionStorage.removeItem(key(el));
});
addEventListener('click', e => {
  const field = e.target.closest?.('[data-sends-note]')?.closest('article')?.querySelector('[data-draft]');
  if (field) sessionStorage.removeItem(key(field));
});
new MutationObserver(changes => {
  for (const c of changes) for (const n of c.addedNodes) if (n.nodeType === 1) restore(n);
}).observe(document.body, { subtree: true, childList: true });
restore(document);
