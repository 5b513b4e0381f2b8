// A dialog that appears is opened as a modal, Esc presses its own close button, and focus goes back to where it came from.
const from = new WeakMap();

function open(d) {
  if (d.open) return;
  from.set(d, document.activeElement);
  d.showModal();
  d.addEventListener('cancel', e => {
    const close = d.querySelector('[data-close]');
    if (close) { e.preventDefault(); close.click(); }
  });
}

function back(d) {
  const el = from.get(d);
  if (el?.isConnected && (document.activeElement === document.body || !document.activeElement)) el.focus();
}

const dialogs = n => n.nodeType !== 1 ? [] : n.matches('dialog[data-modal]') ? [n] : [...n.querySelectorAll('dialog[data-modal]')];
new MutationObserver(changes => {
  for (const c of changes) {
    for (const n of c.addedNodes) dialogs(n).forEach(open);
    for (const n of c.removedNodes) dialogs(n).forEach(back);
  }
}).observe(document.body, { subtree: true, childList: true });

addEventListener('click', e => {
  const show = e.target.closest?.('[data-show]');
  if (show) { document.getElementById(show.dataset.show)?.showModal(); return; }
  const hide = e.target.closest?.('[data-hide]');
  if (hide) hide.closest('dialog')?.close();
});
