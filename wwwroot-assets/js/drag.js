// Rows of the floor are dragged onto a person, by mouse only: under a finger the same movement scrolls. A row that is ticked takes all
// that are ticked along, which the server knows; here only what was picked up and where it was let go. R and Move… do the same.
const html = document.documentElement;
const over = e => e.target.closest?.('[data-drop]');
let lead = '', badge = null, at = null;

function mark(target) {
  if (target === at) return;
  at?.removeAttribute('data-over-drop');
  at = target;
  at?.setAttribute('data-over-drop', '');
}

function end() {
  mark(null);
  badge?.remove();
  badge = null;
  lead = '';
  html.removeAttribute('data-dragging');
}

addEventListener('pointerdown', e => {
  const row = e.target.closest?.('[data-drag]');
  if (row) row.draggable = e.pointerType === 'mouse' && !html.hasAttribute('data-offline') && !e.target.closest('button:not(.name), input, a, .pick');
});

addEventListener('dragstart', e => {
  const row = e.target.closest?.('[data-drag]');
  if (!row) return;
  lead = row.dataset.id;
  const many = row.hasAttribute('data-chosen') && document.querySelectorAll('[data-drag][data-chosen]').length > 1;
  badge = Object.assign(document.createElement('div'), { className: 'drag-badge', textContent: (many ? document.getElementById('floor-leads') : row.querySelector('.who b')).textContent });
  document.body.append(badge);
  e.dataTransfer.setDragImage(badge, -12, 16);
  e.dataTransfer.effectAllowed = 'move';
  e.dataTransfer.setData('text/plain', badge.textContent);
  html.setAttribute('data-dragging', '');
});

addEventListener('dragover', e => {
  const target = lead && over(e);
  mark(target || null);
  if (!target) return;
  e.preventDefault();
  e.dataTransfer.dropEffect = 'move';
});

addEventListener('drop', e => {
  const target = lead && over(e), id = lead;
  if (!target) return;
  e.preventDefault();
  end();
  target.dispatchEvent(new CustomEvent('dropped', { bubbles: true, cancelable: true, detail: { lead: id, to: target.dataset.id } }));
});

addEventListener('dragend', end);
