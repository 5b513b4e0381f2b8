// Keys of one's own, kept in this browser: what one letter does, another may do. Two that are the same change places.
const STORE = 'leaddesk-my-keys';
let mine = {};
try { mine = JSON.parse(localStorage.getItem(STORE) ?? '{}'); } catch { /* What cannot be read is as good as none. */ }

const keyOf = letter => mine[letter] ?? letter;
const letters = () => [...document.querySelectorAll('[data-key-of]')].map(i => i.dataset.keyOf);

/** What a pressed key means; '' where it means nothing any more. */
export const meant = key => Object.keys(mine).find(l => mine[l] === key) ?? (key in mine ? '' : key);

// The letters that stand on the page; the text nodes stay, for whoever drew them writes into them.
function show() {
  for (const kbd of document.querySelectorAll('kbd')) {
    const text = kbd.firstChild;
    if (text?.nodeType !== Node.TEXT_NODE || text.data.includes('Ctrl')) continue;
    // Other than what was shown last: drawn anew.
    if (text.data !== kbd.shown) kbd.said = text.data;
    kbd.shown = text.data = kbd.said.replace(/\b[A-Z]\b/g, keyOf);
    const carrier = kbd.closest('[aria-keyshortcuts]');
    if (carrier && /^[A-Z]$/.test(kbd.said.trim())) carrier.setAttribute('aria-keyshortcuts', keyOf(kbd.said.trim()));
  }
  for (const field of document.querySelectorAll('[data-key-of]')) if (field !== document.activeElement) field.value = keyOf(field.dataset.keyOf);
}

const watch = new MutationObserver(show);
function keep() {
  localStorage.setItem(STORE, JSON.stringify(mine));
  show();
  follow();
}
function follow() {
  watch.disconnect();
  if (Object.keys(mine).length) watch.observe(document.body, { subtree: true, childList: true });
}

addEventListener('change', e => {
  const field = e.target.closest?.('[data-key-of]');
  if (!field) return;
  const letter = field.dataset.keyOf, before = keyOf(letter), wanted = field.value.trim().toUpperCase();
  field.blur();
  if (/^[A-Z]$/.test(wanted) && wanted !== before && wanted !== 'G') {
    const other = letters().find(l => keyOf(l) === wanted);
    for (const [l, key] of [[letter, wanted], ...(other ? [[other, before]] : [])]) if (key === l) delete mine[l]; else mine[l] = key;
  }
  keep();
});
addEventListener('click', e => { if (e.target.closest?.('[data-keys-reset]')) { mine = {}; keep(); } });
document.addEventListener('toggle', show, true);
show();
follow();
