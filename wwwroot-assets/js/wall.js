// The wallboard: writes the picture that the hub sends, keeps the screen awake, and says so when what it shows is no longer live.
// It shows counts and times only, and has nothing to press but its own looks.
import { stayAwake } from './awake.js';
import { listen } from './hub.js';
import { now } from './clocks.js';

const AMBER = 20, DEAD = 60, SHIFT = 600000;
const wall = document.querySelector('[data-wall]');
const say = (name, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), wall.dataset[name] ?? '');
const put = (el, text) => { if (el && el.textContent !== text) el.textContent = text; };
const clock = (t, more) => new Intl.DateTimeFormat(document.documentElement.dataset.culture || undefined, { timeZone: wall.dataset.zone, timeStyle: more ? 'medium' : 'short' }).format(t);

// [digits, unit]: seconds matter below ten minutes only.
function long(seconds) {
  const s = Math.max(0, Math.floor(seconds)), m = Math.floor(s / 60);
  if (m < 10) return [`${m}:${String(s % 60).padStart(2, '0')}`, ''];
  return m < 100 ? [String(m), say('sMin')] : [String(Math.floor(m / 60)), say('sH')];
}

const inWords = seconds => seconds % 3600 === 0 && seconds >= 7200 ? `${seconds / 3600}\u00a0${say('sH')}` : seconds % 60 === 0 ? `${seconds / 60}\u00a0${say('sMin')}` : long(seconds).join(' ').trim();
const share = p => p >= 1 ? 'breach' : p >= .8 ? 'hot' : p >= .5 ? 'warm' : '';

function tile(name, digits, unit, band, goal) {
  const el = wall.querySelector(`[data-tile=${name}]`);
  put(el.querySelector('[data-figure]'), String(digits));
  el.querySelector('[data-figure]').toggleAttribute('data-long', String(digits).length > 2);
  put(el.querySelector('[data-unit]'), unit);
  put(el.querySelector('.sign'), band === 'breach' ? '!!' : band === 'hot' ? '!' : '');
  put(el.querySelector('[data-goal]'), goal);
  if (el.dataset.band !== band) el.dataset.band = band;
}

const against = (band, goal, instead) => !goal ? instead : say(band === 'breach' ? 'sOver' : band === 'hot' ? 'sNear' : 'sGoal', inWords(goal));

let picture = JSON.parse(wall?.dataset.picture ?? 'null'), heard = performance.now(), heardAt = now(), held = 0;

function figures() {
  const { counts, people, answers } = picture, waits = counts.waiting + counts.offered, goal = answers.goalSeconds;
  const none = people.ready === 0 && waits > 0;
  tile('waiting', waits, '', none ? 'breach' : waits > people.room ? 'warm' : '', none ? say('sNobody') : waits > people.room ? say('sFull') : say('sRoom', people.room));
  tile('late', counts.late, '', counts.late ? 'breach' : '', counts.late ? say('sGoalNone') : say('sNoneLate'));
  const waited = picture.waitingSince ? (now() - Date.parse(picture.waitingSince)) / 1000 : null;
  const due = picture.waitingGoalSeconds, slow = waited !== null && due ? share(waited / due) : '';
  tile('longest', ...(waited === null ? ['–', ''] : long(waited)), slow, waited === null ? say('sNobodyWaits') : against(slow, due, ''));
  const middle = answers.medianSeconds, band = middle !== null && goal ? share(middle / goal) : '';
  tile('median', ...(middle === null ? ['–', ''] : long(middle)), band, middle === null ? say('sNoAnswers') : against(band, goal, say('sInTime', answers.inTime, answers.answered)));
  tile('people', people.ready, say('sOf', people.ready + people.withCustomer + people.away), none ? 'breach' : '', [people.withCustomer && say('sWith', people.withCustomer), people.away && say('sAway', people.away)].filter(Boolean).join(' · '));
  put(wall.querySelector('[data-today]'), say('sToday', answers.answered, answers.inTime));
}

function strip() {
  const plot = wall.querySelector('[data-strip]');
  picture.clocks.forEach((lead, i) => {
    const dot = plot.children[i] ?? plot.appendChild(Object.assign(document.createElement('i'), { className: 'strip-dot' }));
    for (const [name, value] of [['from', Date.parse(lead.from)], ['due', Date.parse(lead.at)], ['band', lead.band]]) if (dot.dataset[name] !== String(value)) dot.dataset[name] = value;
  });
  while (plot.children.length > picture.clocks.length) plot.lastElementChild.remove();
  const late = picture.clocks.filter(lead => Date.parse(lead.at) <= now()).length;
  plot.setAttribute('aria-label', say('sStrip', picture.clocks.length, late, picture.clocks.length - late));
}

function draw() {
  if (held) return;
  figures();
  strip();
}

function age() {
  const s = (performance.now() - heard) / 1000;
  const dead = wall.querySelector('[data-dead]');
  wall.toggleAttribute('data-old', s >= AMBER || held > 0);
  put(wall.querySelector('[data-as-of]'), held ? say('sHeld', clock(held)) : say('sAsOf', clock(heardAt, true)));
  if (s >= DEAD) put(dead, say('sDead', clock(heardAt)));
  dead.hidden = s < DEAD;
  wall.toggleAttribute('data-is-dead', s >= DEAD);
}

function tick() {
  if (document.hidden) return;
  age();
  if (!held) figures();
}

// A link that was revoked says so; a line that is only lost must not turn the page into the browser's own error.
async function stillOpen() {
  try { if ((await fetch(location.pathname, { cache: 'no-store' })).status === 410) location.reload(); } catch { }
}

function press(e) {
  if (e.target.closest('[data-full-screen]')) document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  const hold = e.target.closest('[data-hold]');
  if (!hold) return;
  held = held ? 0 : now();
  hold.setAttribute('aria-pressed', String(held > 0));
  put(hold, say(held ? 'sGoOn' : 'sHold'));
  age();
  draw();
}

if (wall) {
  draw();
  age();
  setInterval(tick, 1000);
  listen(`/hubs/desk?access_token=${encodeURIComponent(wall.dataset.wall)}`, (what, [told]) => {
    if (what !== 'WallChanged') return;
    picture = told;
    draw();
    wall.dataset.version = told.version;
  }, () => {
    [heard, heardAt] = [performance.now(), now()];
    age();
  }, stillOpen);
  wall.addEventListener('click', press);
  stayAwake();
  document.addEventListener('visibilitychange', () => { stayAwake(); tick(); });
  // A few pixels to and fro, so that nothing burns into a screen that never changes.
  setInterval(() => { const n = Math.floor(now() / SHIFT) % 4; wall.style.setProperty('--dx', `${[0, 3, 3, 0][n]}px`); wall.style.setProperty('--dy', `${[0, 0, 3, 3][n]}px`); }, 60000);
}

// For the page that hands the links out.
addEventListener('click', async e => {
  const b = e.target.closest?.('[data-copy]');
  const field = b && document.getElementById(b.dataset.copy);
  if (!field) return;
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand('copy'); }
  b.textContent = b.dataset.done;
});
