// All tabs of this browser act as one: the first listens and rings, the others are told; when it goes, the next one takes over.
const air = 'BroadcastChannel' in window ? new BroadcastChannel('leaddesk') : null;
const ears = new Map();

/** Hears what another tab says; a kind has one listener. */
export const on = (kind, hear) => ears.set(kind, hear);

/** Tells the other tabs, and this one too. */
export function tell(kind, what) {
  air?.postMessage({ kind, what });
  ears.get(kind)?.(what, true);
}

air?.addEventListener('message', e => ears.get(e.data.kind)?.(e.data.what, false));

/** Runs once this tab is the one that listens, for as long as it lives. Without locks (plain http) each tab listens for itself. */
export function lead(begin) {
  if (navigator.locks) navigator.locks.request('leaddesk-alerts', () => { begin(); return new Promise(() => { }); });
  else begin();
}

/** Does it in this tab, unless another one is doing the same just now. */
export function alone(name, act) {
  if (!navigator.locks) { act(); return; }
  navigator.locks.request(name, { ifAvailable: true }, got => {
    if (!got) return;
    act();
    return new Promise(done => setTimeout(done, 400));
  });
}

let asked = 0;
on('seen?', (id, own) => { if (!own && !document.hidden) tell('seen', id); });

/** Whether somebody can see a tab of ours right now. */
export function seen() {
  if (!document.hidden) return Promise.resolve(true);
  const id = `${performance.timeOrigin}:${++asked}`;
  return new Promise(answer => {
    on('seen', (what, own) => { if (!own && what === id) answer(true); });
    setTimeout(() => answer(false), 80);
    tell('seen?', id);
  });
}
