// Sounds made of notes, no files: [hertz, start, length in seconds]. What a person chose is kept in this browser.
const NOTES = {
  rise: [[660, 0, .16], [880, .17, .18]],
  bell: [[1175, 0, .55], [1760, 0, .25]],
  knock: [[240, 0, .07], [240, .15, .07]],
  tick: [[1400, 0, .04]],
  late: [[196, 0, .45]],
};
const STORE = 'leaddesk-alerts';
const chosen = { sound: 'rise', volume: 60, when: 'always', repeat: 'off' };
let own = {};
try { own = JSON.parse(localStorage.getItem(STORE) ?? '{}'); Object.assign(chosen, own); } catch { }

export const choice = name => chosen[name];
/** Whether a person chose it themselves. */
export const picked = name => name in own;
export function choose(name, value) {
  own[name] = chosen[name] = value;
  localStorage.setItem(STORE, JSON.stringify(own));
}
addEventListener('storage', e => { if (e.key === STORE && e.newValue) Object.assign(chosen, own = JSON.parse(e.newValue)); });

let audio = null;
const ready = () => {
  audio ??= 'AudioContext' in window ? new AudioContext() : null;
  if (audio?.state === 'suspended') audio.resume();
  return audio;
};
// A browser lets a page sound only after somebody has touched it.
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, ready, { once: true });

/** Whether this tab may sound yet. */
export const loud = () => audio?.state === 'running';

export function play(name) {
  const context = ready();
  document.documentElement.dataset.rang = String(Number(document.documentElement.dataset.rang ?? 0) + 1);
  if (!context || chosen.volume <= 0) return;
  for (const [hertz, start, length] of NOTES[name] ?? NOTES.rise) {
    const tone = context.createOscillator(), gain = context.createGain(), at = context.currentTime + start;
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(chosen.volume / 250, at + .015);
    gain.gain.exponentialRampToValueAtTime(.0001, at + length);
    tone.connect(gain).connect(context.destination);
    tone.start(at);
    tone.stop(at + length + .02);
  }
}
