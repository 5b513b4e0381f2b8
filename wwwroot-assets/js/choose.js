// Several rows at once: a tick, Shift-click for a range, X, and Shift with J or K. The list is told the whole choice; it outlives a reload.
const STORE = 'leaddesk-chosen';
const seen = el => el.checkVisibility?.() ?? el.offsetParent !== null;
const boxes = () => [...document.querySelectorAll('input[data-choose]')].filter(seen);
const id = box => box.closest('[data-id]').dataset.id;
let last = null;

function tell() {
  const list = document.querySelector('[data-chooser]');
  if (!list) return;
  const ids = boxes().filter(b => b.checked).map(id);
  sessionStorage.setItem(STORE, ids.join(' '));
  list.dispatchEvent(new CustomEvent('chosen', { bubbles: true, detail: ids.join(' ') }));
}

document.addEventListener('click', e => {
  const box = e.target.closest?.('input[data-choose]');
  if (!box) return;
  if (e.shiftKey && last?.isConnected && last !== box) {
    const all = boxes(), [a, b] = [all.indexOf(last), all.indexOf(box)].sort((x, y) => x - y);
    for (const other of all.slice(a, b + 1)) other.checked = box.checked;
  }
  last = box;
  tell();
});

/** Ticks the row of an element, as one more of the choice. */
export function choose(row) {
  const box = row?.closest('[data-id]')?.querySelector('input[data-choose]');
  if (!box || box.checked) return;
  box.checked = true;
  last = box;
  tell();
}

// A list that appears ticks again what was ticked before the reload; what is gone meanwhile is not.
const again = n => {
  if (n.nodeType !== 1 || !(n.matches('[data-chooser]') || n.querySelector('[data-chooser]'))) return;
  const before = new Set((sessionStorage.getItem(STORE) ?? '').split(' ').filter(Boolean));
  if (!before.size) return;
  for (const b of boxes()) b.checked = before.has(id(b));
  tell();
};
new MutationObserver(changes => { for (const c of changes) c.addedNodes.forEach(again); }).observe(document.body, { subtree: true, childList: true });
