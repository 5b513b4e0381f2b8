// Arrow keys and Enter in a filter field move through the listbox it controls; the server filters, the browser points.
const list = field => document.getElementById(field.getAttribute('aria-controls'));
const options = l => [...l.querySelectorAll('[role=option]')];

function point(field, l, el) {
  for (const o of options(l)) o.setAttribute('aria-selected', String(o === el));
  if (el) { field.setAttribute('aria-activedescendant', el.id); el.scrollIntoView({ block: 'nearest' }); }
  else field.removeAttribute('aria-activedescendant');
}

addEventListener('keydown', e => {
  const field = e.target.closest?.('[role=combobox]');
  const l = field && list(field);
  if (!l) return;
  const all = options(l), at = all.findIndex(o => o.getAttribute('aria-selected') === 'true');
  if (e.key === 'ArrowDown') point(field, l, all[Math.min(all.length - 1, at + 1)]);
  else if (e.key === 'ArrowUp') point(field, l, all[Math.max(0, at - 1)]);
  else if (e.key === 'Enter') (all[at] ?? all[0])?.click();
  else return;
  e.preventDefault();
});
