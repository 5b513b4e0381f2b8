// The menu stands outside the page's circuit: which screen this is, it learns as it opens, and whoever went elsewhere through it leaves it.
const menu = document.getElementById('me-menu');

menu?.addEventListener('beforetoggle', () => {
  for (const a of menu.querySelectorAll('.nav a')) {
    const here = location.pathname === a.pathname || location.pathname.startsWith(`${a.pathname}/`);
    a.classList.toggle('active', here);
    if (here) a.setAttribute('aria-current', 'page'); else a.removeAttribute('aria-current');
  }
});

menu?.addEventListener('click', e => { if (e.target.closest('a')) menu.hidePopover(); });
