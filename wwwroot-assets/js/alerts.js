// The alert channel: sound, desktop notification, count in the tab, dot on its icon. It hangs on the hub and not on the page's circuit, and
// one tab rings for all of them. Nothing personal is shown outside the page.
import { listen } from './hub.js';
import { alone, lead, on, seen, tell } from './tabs.js';
import { choice, choose, loud, picked, play } from './sounds.js';
import { alive, shown } from './live.js';

const sheet = document.getElementById('alerts-sheet');
const RANG = 'leaddesk-rang';
const REPEAT = 10000;
let before = null, waits = 0, repeating = 0, lateThere = null, lateMine = 0;

const rung = key => {
  let keys = [];
  try { keys = JSON.parse(localStorage.getItem(RANG) ?? '[]'); } catch { }
  if (keys.includes(key)) return true;
  localStorage.setItem(RANG, JSON.stringify([...keys.slice(-60), key]));
  return false;
};

async function ring(sound, text, key, open) {
  if (key && rung(key)) return;
  // A shop floor hears nothing unless somebody chose so: the device shakes instead, but not while a customer stands there.
  const shop = document.querySelector('.counter-body');
  const calm = shop && (before?.presence === 'withCustomer' || (picked('when') && choice('when') === 'never'));
  if (shop && !calm) navigator.vibrate?.([120, 80, 120]);
  const when = calm || (shop && !picked('when')) ? 'never' : choice('when');
  const watched = await seen();
  if (when !== 'never' && (when === 'always' || !watched)) {
    if (loud() || !navigator.locks) play(sound);
    else tell('ring', sound);
  }
  if (!watched && text) notify(text, key, open);
}

// The tab that listens may not sound before it was touched: then one that was does it.
on('ring', (sound, own) => { if (loud() || own) setTimeout(() => alone('leaddesk-ring', () => play(sound)), loud() ? 0 : 120); });

// Where a click on a notification leads. Whoever is asked to stay by what is not saved yet is asked here as well.
const here = path => location.pathname === path || location.pathname.startsWith(`${path}/`);
function home() { if (!here('/desk') && !here('/store')) location.assign('/desk'); }
function openFloor() { if (!here('/floor')) location.assign('/floor'); }
function openLead(id) {
  const row = (here('/desk') || here('/store')) && document.querySelector(`[data-id="${CSS.escape(id)}"] [data-row][data-verb=open]`);
  if (row) row.click();
  else location.assign(`${here('/store') ? '/store' : '/desk'}?lead=${encodeURIComponent(id)}`);
}

function notify(text, tag, open = home) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const note = new Notification(text, { tag, icon: document.querySelector('link[rel=icon]')?.href });
    note.onclick = () => { window.focus(); note.close(); open(); };
  } catch { /* a phone shows them through its worker only */ }
}

const late = desk => desk.mine.filter(l => l.due?.band === 'breach').map(l => l.id);
const due = desk => desk.mine.filter(l => l.nextAt && Date.parse(l.nextAt) <= Date.parse(desk.at)).map(l => `${l.id}|${l.nextAt}`);
const waiting = desk => desk.waiting.some(w => w.band !== '0' && w.ok);

function look(desk) {
  const was = before;
  before = desk;
  lateMine = was ? late(desk).filter(id => !late(was).includes(id)).length : 0;
  for (const o of desk.offers) ring(choice('sound'), sheet.dataset.offer, `o|${o.leadId}|${o.madeAt}`);
  for (const a of desk.alerts) ring(choice('sound'), sheet.dataset.alert, `a|${a.leadId}|${a.raisedAt}`);
  if (was) {
    for (const id of late(desk)) if (!late(was).includes(id)) ring('late', sheet.dataset.late, `l|${id}`, () => openLead(id));
    for (const key of due(desk)) if (!due(was).includes(key)) ring('bell', sheet.dataset.due, `d|${key}`, () => openLead(key.split('|')[0]));
    if (waiting(desk) && !waiting(was)) ring('tick');
  } else if (waiting(desk) && new URLSearchParams(location.search).has('test')) ring('tick'); // the test lead of the first run came before this page
  clearInterval(repeating);
  if (choice('repeat') === 'on' && desk.offers.length + desk.alerts.length) repeating = setInterval(() => ring(choice('sound')), REPEAT);
  tell('count', desk.offers.length + desk.alerts.length + late(desk).length + due(desk).length);
  tell('version', desk.version);
}

// Who leads the floor hears of leads that are late with others; the desk of the same moment has told of their own already. What was late
// before this line was open is no news.
function lookOver(floor) {
  const more = lateThere === null ? 0 : floor.counts.late - lateThere;
  lateThere = floor.counts.late;
  if (more > lateMine) ring('late', sheet.dataset.lateThere, `f|${floor.version}`, openFloor);
  lateMine = 0;
}

// The count stands before the page's own title; whichever of the two is written last, the sum is the same.
const icon = document.querySelector('link[rel=icon]');
const plain = icon?.href;
function count(n) {
  waits = n;
  mark();
  if (icon) icon.href = n ? `data:image/svg+xml,${encodeURIComponent(dotted)}` : plain;
  if (navigator.setAppBadge) (n ? navigator.setAppBadge(n) : navigator.clearAppBadge()).catch(() => { });
}
function mark() {
  if (!document.querySelector('.desk-body, .counter-body')) return;
  const bare = document.title.replace(/^\(\d+\) /, ''), title = waits ? `(${waits}) ${bare}` : bare;
  if (title !== document.title) document.title = title;
}
let dotted = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b5c8f"/><circle cx="24" cy="8" r="8" fill="#a32006"/></svg>';
if (plain) fetch(plain).then(r => r.text()).then(svg => { dotted = svg.replace(/<\/svg>\s*$/, `<circle cx="79%" cy="21%" r="21%" fill="#a32006" stroke="#fff" stroke-width="4%"/></svg>`); if (waits) count(waits); }).catch(() => { });

if (sheet) {
  on('count', count);
  on('heard', () => alive());
  on('version', shown);
  new MutationObserver(mark).observe(document.head, { subtree: true, childList: true, characterData: true });
  let said = 0;
  lead(() => listen('/hubs/desk', (target, [what]) => { if (target === 'DeskChanged') look(what); else if (target === 'FloorChanged') lookOver(what); }, () => {
    alive();
    if (performance.now() - said > 900) { said = performance.now(); tell('heard'); }
  }, () => { lateThere = null; }));
  wire();
}

function wire() {
  const show = () => {
    for (const b of document.querySelectorAll('[data-alert-set]')) b.setAttribute('aria-pressed', String(choice(b.dataset.alertSet) === b.value));
    for (const range of document.querySelectorAll('[data-alert-volume]')) range.value = choice('volume');
    const state = 'Notification' in window ? Notification.permission : 'denied';
    for (const el of document.querySelectorAll('[data-notify]')) el.hidden = el.dataset.notify !== state;
  };
  addEventListener('click', async e => {
    if (!e.target.closest?.('[data-alert-choices]')) return;
    const set = e.target.closest('[data-alert-set]');
    if (set) { choose(set.dataset.alertSet, set.value); if (set.dataset.alertSet === 'sound') play(set.value); }
    if (e.target.closest('[data-alert-test]')) { play(choice('sound')); notify(sheet.dataset.offer, 'test'); }
    if (e.target.closest('[data-alert-allow]')) await Notification.requestPermission();
    show();
  });
  addEventListener('change', e => { if (e.target.matches?.('[data-alert-volume]')) choose('volume', Number(e.target.value)); });
  document.addEventListener('toggle', show, true);
  show();
}
