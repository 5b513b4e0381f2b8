// Keeps the screen of a counter or a wall lit while it is looked at; a browser that does not know how, or a low battery, says no.
export async function stayAwake() {
  try { if (!document.hidden) await navigator.wakeLock?.request('screen'); } catch { }
}
