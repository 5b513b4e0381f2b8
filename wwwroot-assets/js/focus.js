// If the card that had the focus leaves or is taken by somebody else, its neighbour gets it and the voice says why: focus is never dropped to the top of the page.
let list = null, index = 0, card = null;
const rows = () => [...list.querySelectorAll('[data-row]')].filter(r => r.checkVisibility?.() ?? true);

document.addEventListener('focusin', e => {
  const row = e.target.closest?.('[data-row]');
  list = row?.closest('ul, .alerts') ?? null;
  if (!list) return;
  index = rows().indexOf(row);
  card = row.closest('[data-id]');
});

new MutationObserver(changes => {
  if (!list?.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
  if (!changes.some(c => c.removedNodes.length || c.type === 'attributes')) return;
  const why = card?.isConnected && card.matches('.gone') ? card.querySelector('[data-why]')?.textContent : '';
  const left = rows();
  left[Math.min(index, left.length - 1)]?.focus();
  if (why) document.dispatchEvent(new CustomEvent('say', { detail: why }));
}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden', 'inert'] });

// What opens to be chosen from takes the focus, and comes into sight.
const choices = n => n.nodeType !== 1 ? [] : n.matches('[data-focus]') ? [n] : [...n.querySelectorAll('[data-focus]')];
new MutationObserver(changes => {
  for (const opened of changes.flatMap(c => [...c.addedNodes].flatMap(choices))) {
    opened.querySelector('button')?.focus();
    opened.scrollIntoView({ block: 'nearest' });
  }
}).observe(document.body, { subtree: true, childList: true });
