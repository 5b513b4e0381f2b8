// The settings: a search over all of them, Ctrl Enter saves, what is not saved yet is not lost by accident, and a key is copied with one press.
const html = document.documentElement;
const body = () => document.querySelector('[data-settings]');

function find() {
  const field = document.querySelector('[data-settings-find]');
  if (!field) return;
  const words = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const part of document.querySelectorAll('[data-setting]')) {
    const text = `${part.textContent} ${[...part.querySelectorAll('input, textarea')].map(i => i.value).join(' ')}`.toLocaleLowerCase();
    part.hidden = !words.every(w => text.includes(w));
    if (!part.hidden) found++;
  }
  document.querySelector('[data-settings-none]').hidden = found > 0;
}
addEventListener('input', e => { if (e.target.matches?.('[data-settings-find]')) find(); });

addEventListener('keydown', e => {
  if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey) || html.hasAttribute('data-offline')) return;
  const save = document.querySelector('[data-settings-save]');
  if (save) { e.preventDefault(); save.click(); }
});
addEventListener('beforeunload', e => { if (document.querySelector('[data-settings-save]')) e.preventDefault(); });

// What other modules keep (sounds, theme, keys) shows itself when the page has been drawn.
let drawn = false;
new MutationObserver(() => {
  const here = !!body();
  if (here && !drawn) { document.dispatchEvent(new Event('toggle')); document.getElementById(location.hash.slice(1))?.scrollIntoView(); }
  drawn = here;
}).observe(document.body, { subtree: true, childList: true });
