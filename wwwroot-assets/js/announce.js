// One polite voice, at most one sentence in ten seconds: what the page wants said stands in data-say; the newest of a kind wins.
// data-say-now is for what cannot wait: an offer to me.
const polite = document.getElementById('say');
const loud = document.getElementById('say-now');
const GAP = 10000;
let last = -GAP, timer = 0, next = '';

function speak() {
  timer = 0;
  last = performance.now();
  if (polite && next) polite.textContent = next;
  next = '';
}

export function say(text) {
  if (!text) return;
  next = text;
  timer ||= setTimeout(speak, Math.max(0, last + GAP - performance.now()));
}

const read = el => {
  if (el.dataset.say) say(el.dataset.say);
  if (el.dataset.sayNow && loud) loud.textContent = el.dataset.sayNow;
};
document.addEventListener('say', e => say(e.detail));
new MutationObserver(changes => {
  for (const c of changes) {
    if (c.type === 'attributes') read(c.target);
    else for (const n of c.addedNodes) if (n.nodeType === 1) { if (n.matches('[data-say],[data-say-now]')) read(n); n.querySelectorAll('[data-say],[data-say-now]').forEach(read); }
  }
}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-say', 'data-say-now'] });
