// Ticks every ring and every "4 min left" once a second, by the server's clock. Nothing here talks to the server.
const html = document.documentElement;
const entry = performance.getEntriesByType('navigation')[0];
const offset = html.dataset.now ? Number(html.dataset.now) - (performance.timeOrigin + (entry?.responseStart ?? 0)) : 0;
export const now = () => performance.timeOrigin + performance.now() + offset;

const word = (name, value) => (html.dataset[name] ?? '{0}').replace('{0}', value);
const HOUR = 3600;

export function span(seconds) {
  const s = Math.floor(seconds);
  if (s < 60) return word('tS', s);
  const m = Math.floor(s / 60);
  if (s < HOUR) return word('tMin', m);
  if (s < 24 * HOUR) return word('tH', Math.floor(m / 60)) + (m % 60 && s < 6 * HOUR ? ' ' + word('tMin', m % 60) : '');
  return word('tD', Math.floor(s / (24 * HOUR)));
}

// A deadline across a closing time counts working minutes, which only the server knows: there the browser sees lateness alone.
const LONG = 4 * HOUR * 1000;
const order = ['none', 'calm', 'warm', 'hot', 'breach'];

export function band(from, due, t, said) {
  if (t >= due) return 'breach';
  if (due - from > LONG || due <= from) return said;
  const p = (t - from) / (due - from);
  const own = p >= .8 ? 'hot' : p >= .5 ? 'warm' : 'calm';
  return order.indexOf(own) > order.indexOf(said) ? own : said;
}

const write = (el, text) => {
  // The renderer keeps the text node it made, so it is written to and never replaced.
  for (const node of el.childNodes) if (node.nodeType === 3) { if (node.nodeValue !== text) node.nodeValue = text; return; }
};

const put = (el, name, value) => { if (el.getAttribute(name) !== value) el.setAttribute(name, value); };

function due(host, t) {
  const from = Number(host.dataset.from), at = Number(host.dataset.due);
  if (!at) return;
  put(host, 'data-band', band(from, at, t, host.dataset.band ?? 'calm'));
  const done = Math.min(1, Math.max(.02, (t - from) / (at - from || 1)));
  const ring = host.querySelector('.ring .f');
  if (ring) put(ring, 'stroke-dashoffset', (100 - 100 * done).toFixed(1));
  const text = host.matches('[data-clock]') ? host : host.querySelector('[data-clock]');
  if (text) write(text, t < at ? word('tLeft', span((at - t) / 1000)) : word('tLate', span(Math.max(60, (t - at) / 1000))));
}

function countdown(host, t) {
  const from = Number(host.dataset.from), at = Number(host.dataset.ends);
  const left = Math.max(0, at - t), s = Math.ceil(left / 1000);
  const ring = host.querySelector('.ring .f');
  if (ring) put(ring, 'stroke-dashoffset', (100 - 100 * Math.min(1, left / (at - from || 1))).toFixed(1));
  for (const el of host.querySelectorAll('[data-seconds]')) {
    write(el, s < 100 ? String(s) : `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`);
    el.toggleAttribute('data-long', s >= 600);
  }
  host.toggleAttribute('data-over', left === 0);
}

const ago = (el, t) => {
  const s = (t - Number(el.dataset.ago)) / 1000;
  write(el, el.dataset.as === 'for' ? span(Math.max(0, s)) : s < 5 ? html.dataset.tNow ?? '' : word('tAgo', span(s)));
};

// The customer's own time, for who is about to call: 10:52 there.
const theirs = new Map();
const there = (el, t) => {
  const zone = el.dataset.there;
  if (!theirs.has(zone)) theirs.set(zone, new Intl.DateTimeFormat(html.dataset.culture || undefined, { timeStyle: 'short', timeZone: zone }));
  write(el, (html.dataset.tThere ?? '{0}').replace('{0}', theirs.get(zone).format(t)));
};

// What is to be seen only from a moment on.
const after = (el, t) => { el.hidden = t < Number(el.dataset.after); };

const until = (el, t) => { if (t >= Number(el.dataset.until)) el.hidden = true; };

function tick(root = document) {
  const t = now();
  const each = (selector, f) => {
    if (root.matches?.(selector)) f(root, t);
    for (const el of root.querySelectorAll(selector)) f(el, t);
  };
  each('[data-due]', due);
  each('[data-ends]', countdown);
  each('[data-ago]', ago);
  each('[data-there]', there);
  each('[data-until]', until);
  each('[data-after]', after);
}

new MutationObserver(changes => {
  for (const c of changes) {
    if (c.type === 'attributes') { if (c.attributeName === 'data-until') c.target.hidden = false; tick(c.target); }
    else for (const n of c.addedNodes) if (n.nodeType === 1) tick(n);
  }
}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-due', 'data-from', 'data-ends', 'data-ago', 'data-until', 'data-after'] });

tick();
setInterval(() => { if (!document.hidden) tick(); }, 1000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) tick(); });
