// The aging strip: each dot stands where its lead is between 30 minutes late and 30 minutes left, and moves with the time.
// Arrow keys go from dot to dot; a click or Enter goes to the lead's row.
import { now } from './clocks.js';

const SPAN = 30 * 60000, NEAR = 1.7, LEVELS = 4;
const put = (el, name, value) => { if (el.style.getPropertyValue(name) !== value) el.style.setProperty(name, value); };

function place(plot, t) {
  const ends = Array(LEVELS).fill(-9);
  const dots = [...plot.querySelectorAll('.strip-dot')].map(el => ({ el, x: (Math.min(SPAN, Math.max(-SPAN, Number(el.dataset.due) - t)) + SPAN) / (2 * SPAN) * 100 })).sort((a, b) => a.x - b.x);
  dots.forEach(({ el, x }, i) => {
    let level = ends.findIndex(end => x - end >= NEAR);
    if (level < 0) level = i % LEVELS;
    ends[level] = x;
    put(el, '--x', x.toFixed(2) + '%');
    put(el, '--y', String(level));
  });
  // On a wall there is nothing to press.
  if (dots.length && dots[0].el.matches('button') && !dots.some(d => d.el.getAttribute('tabindex') === '0')) dots.forEach((d, i) => { d.el.tabIndex = i ? -1 : 0; });
  return dots;
}

const plots = () => document.querySelectorAll('[data-strip]');
const draw = () => { const t = now(); for (const plot of plots()) place(plot, t); };

addEventListener('keydown', e => {
  const dot = e.target.closest?.('.strip-dot');
  const step = { ArrowLeft: -1, ArrowRight: 1, Home: -1e6, End: 1e6 }[e.key];
  if (!dot || !step) return;
  const all = place(dot.parentElement, now()).map(d => d.el), to = all[Math.min(all.length - 1, Math.max(0, all.indexOf(dot) + step))];
  for (const el of all) el.tabIndex = el === to ? 0 : -1;
  to.focus();
  e.preventDefault();
});

addEventListener('click', e => {
  const dot = e.target.closest?.('.strip-dot');
  const row = dot && document.querySelector(`.floor-row[data-id="${CSS.escape(dot.dataset.lead)}"] [data-row]`);
  if (!row) return;
  row.focus();
  row.closest('.floor-row').scrollIntoView({ block: 'center' });
});

new MutationObserver(changes => { if (changes.some(c => c.target.closest?.('[data-strip]') || [...c.addedNodes].some(n => n.nodeType === 1 && (n.matches('[data-strip], .strip-dot') || n.querySelector('[data-strip]'))))) draw(); })
  .observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-due'] });
draw();
setInterval(() => { if (!document.hidden) draw(); }, 1000);
