// If the row that had the focus leaves the list, its neighbour gets it: focus is never dropped to the top of the page.
let list = null, index = 0;

document.addEventListener('focusin', e => {
  const row = e.target.closest?.('[data-row]');
  list = row?.closest('ul') ?? null;
  if (list) index = [...list.querySelectorAll('[data-row]')].indexOf(row);
});

new MutationObserver(changes => {
  if (!list?.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
  if (!changes.some(c => c.removedNodes.length)) return;
  const rows = list.querySelectorAll('[data-row]');
  rows[Math.min(index, rows.length - 1)]?.focus();
}).observe(document.body, { subtree: true, childList: true });
