// Theme and density: a cookie each, so that the server writes them into the first byte of the next page.
const html = document.documentElement;
const YEAR = 31536000;
const [host, secure] = location.protocol === 'https:' ? ['__Host-', '; Secure'] : ['', ''];

function show() {
  for (const b of document.querySelectorAll('[data-theme-set]')) b.setAttribute('aria-pressed', String(b.dataset.themeSet === (html.dataset.theme ?? 'auto')));
  for (const b of document.querySelectorAll('[data-density-set]')) b.setAttribute('aria-pressed', String(b.dataset.densitySet === (html.dataset.density ?? 'comfortable')));
}

addEventListener('click', e => {
  const b = e.target.closest?.('[data-theme-set], [data-density-set]');
  if (!b) return;
  const [name, value] = b.dataset.themeSet ? ['theme', b.dataset.themeSet] : ['density', b.dataset.densitySet];
  html.dataset[name] = value;
  const whose = name === 'density' && html.dataset.me ? `-${html.dataset.me}` : '';
  document.cookie = `${host}leaddesk-${name}${whose}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  show();
});
document.addEventListener('toggle', show, true);
show();
