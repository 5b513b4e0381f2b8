// The first steps of a role: what was pressed or opened is ticked off, remembered for each person in this browser, and in the rail until all are done.
const html = document.documentElement;
const STORE = `leaddesk-steps-${html.dataset.me ?? ''}`;
const lists = [...document.querySelectorAll('[data-first-steps]')];
const items = lists.flatMap(l => [...l.querySelectorAll('[data-step]')]);
let done = [];
try { done = JSON.parse(localStorage.getItem(STORE) ?? '[]'); } catch { }

const is = li => li.dataset.done === 'yes' || done.includes(li.dataset.step);

function show() {
  for (const li of items) {
    li.toggleAttribute('data-ticked', is(li));
    li.querySelector('[data-done-word]').hidden = !is(li);
  }
  const all = lists[0] ? [...lists[0].querySelectorAll('[data-step]')] : [];
  const left = all.filter(li => !is(li)).length;
  html.toggleAttribute('data-steps', left > 0 && !done.includes('away'));
  html.style.setProperty('--steps', `"${all.length - left} / ${all.length}"`);
}

function tick(step) {
  if (done.includes(step)) return;
  done.push(step);
  localStorage.setItem(STORE, JSON.stringify(done));
  show();
}

function here() {
  for (const li of items) if (li.dataset.at && (li.dataset.at === location.pathname || li.dataset.at === location.pathname + location.search)) tick(li.dataset.step);
}

if (items.length) {
  addEventListener('click', e => {
    for (const li of items) if (li.dataset.on && !html.hasAttribute('data-offline') && e.target.closest?.(li.dataset.on)) tick(li.dataset.step);
    if (e.target.closest?.('[data-steps-away]')) tick('away');
  }, { capture: true });
  new MutationObserver(here).observe(document.querySelector('title') ?? document.head, { childList: true, subtree: true, characterData: true });
  here();
  show();
}
