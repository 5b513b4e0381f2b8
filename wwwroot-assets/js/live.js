// How old is what the screen shows? Every word from the server is a heartbeat: silent for 20 s it turns amber, for 60 s it is a banner.
// A page that lags behind what the desk has announced is not live either.
import { away } from './reconnect.js';

const html = document.documentElement;
const AMBER = 20, GONE = 60, LAG = 5;
const word = (name, n) => (html.dataset[name] ?? '{0}').replace('{0}', n);
let heard = performance.now(), news = 0, since = 0, pretended = 0;

export const alive = () => { heard = performance.now(); show(); };

/** The desk is at this number of the log; a page that shows an older one for long is behind. */
export function shown(version) {
  if (version <= news) return;
  news = version;
  since = performance.now();
}

/** As if nothing had been heard for so many seconds: the gallery shows with it what a bad line looks like. */
export function pretend(seconds) {
  pretended = seconds;
  show();
}

function age() {
  const silent = (performance.now() - heard) / 1000;
  const body = document.querySelector('[data-version]');
  const behind = body && !document.querySelector('[data-held-back]') && Number(body.dataset.version) < news ? (performance.now() - since) / 1000 - LAG : 0;
  return Math.max(pretended, silent, behind > 0 ? behind + AMBER : 0);
}

function show() {
  const s = Math.floor(age());
  html.toggleAttribute('data-stale', s >= AMBER);
  for (const el of document.querySelectorAll('[data-heard]')) {
    const text = s < 2 ? html.dataset.tNow : word('tAgo', s < 60 ? word('tS', s) : word('tMin', Math.floor(s / 60)));
    if (el.textContent !== text) el.textContent = text;
  }
  away('silent', s >= GONE);
}

if (document.getElementById('alerts-sheet')) {
  setInterval(show, 1000);
  // A tab that slept hears everything that piled up first.
  document.addEventListener('visibilitychange', () => setTimeout(show, 2000));
}
