// Ctrl K: everything that can be done here, by name, with its key beside it. It presses what stands on the page, so it can do no more than that.
const palette = document.getElementById('palette');
const field = palette?.querySelector('input');
const list = palette?.querySelector('[role=listbox]');
const seen = el => el.checkVisibility?.() ?? el.offsetParent !== null;
const usable = el => (seen(el) || el.closest('[popover]')) && !el.disabled && !el.closest('[inert], dialog');
const label = el => (el.getAttribute('aria-label') ?? [...el.childNodes].filter(n => n.nodeName !== 'KBD' && !n.classList?.contains('tip')).map(n => n.textContent).join(' ')).replace(/\s+/g, ' ').trim();
let items = [];

function gather() {
  const found = new Map();
  const add = (text, key, act) => { if (text && !found.has(text)) found.set(text, { text, key, act }); };
  for (const el of document.querySelectorAll('[data-key], [data-act]')) if (usable(el) && !el.closest('[data-row]')) add(label(el), el.dataset.key === 'Escape' ? 'Esc' : el.dataset.key, () => press(el));
  for (const el of document.querySelectorAll('[data-row]')) if (usable(el)) add(label(el.querySelector('.who') ?? el), '', () => press(el));
  for (const el of document.querySelectorAll('a[data-go]')) add(`${palette.dataset.go} ${label(el)}`, `G ${el.dataset.go}`, () => el.click());
  for (const el of document.querySelectorAll('[popover] button, [popover] a')) if (!el.dataset.go && !el.disabled && !el.closest('[inert]')) add([el.closest('.row-of')?.querySelector('.label')?.textContent, label(el)].filter(Boolean).join(': '), el.querySelector('kbd')?.textContent, () => el.click());
  items = [...found.values()];
}

const press = el => { if (el.matches('input, textarea')) el.focus(); else { el.focus(); el.click(); } };

function draw() {
  const words = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fit = items.filter(i => words.every(w => i.text.toLocaleLowerCase().includes(w))).slice(0, 12);
  list.replaceChildren(...fit.map((item, n) => {
    const row = document.createElement('li');
    row.id = `palette-${n}`;
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', String(n === 0));
    row.append(item.text);
    if (item.key) { const key = document.createElement('kbd'); key.textContent = item.key; row.append(key); }
    row.addEventListener('click', () => { palette.close(); item.act(); });
    return row;
  }));
  if (fit.length) field.setAttribute('aria-activedescendant', 'palette-0'); else field.removeAttribute('aria-activedescendant');
  palette.querySelector('[data-none]').hidden = fit.length > 0;
}

export function open() {
  if (!palette || palette.open || document.querySelector('dialog[open]')) return;
  gather();
  field.value = '';
  draw();
  palette.showModal();
}

if (palette) {
  field.addEventListener('input', draw);
  palette.addEventListener('click', e => { if (e.target === palette) palette.close(); });
  addEventListener('click', e => { if (e.target.closest?.('[data-palette]')) open(); });
  addEventListener('keydown', e => {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === 'k') { e.preventDefault(); open(); }
  });
}
