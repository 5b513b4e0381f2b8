// The language: the browser's own, or the one chosen here. The server writes every text, so the page is loaded anew.
const [host, secure] = location.protocol === 'https:' ? ['__Host-', '; Secure'] : ['', ''];
const NAME = `${host}.AspNetCore.Culture`;
const own = decodeURIComponent(document.cookie.split('; ').find(c => c.startsWith(NAME + '='))?.slice(NAME.length + 1) ?? '').match(/uic=(\w+)/)?.[1] ?? '';
document.addEventListener('toggle', () => { for (const b of document.querySelectorAll('[data-culture-set]')) b.setAttribute('aria-pressed', String(b.dataset.cultureSet === own)); }, true);
addEventListener('click', e => {
  const b = e.target.closest?.('[data-culture-set]');
  if (!b) return;
  const chosen = b.dataset.cultureSet;
  document.cookie = `${NAME}=${chosen ? encodeURIComponent(`c=${chosen}|uic=${chosen}`) : ''}; Path=/; Max-Age=${chosen ? 31536000 : 0}; SameSite=Lax${secure}`;
  location.reload();
});
