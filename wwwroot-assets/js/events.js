// One delegated handler serves a whole list: a click tells what was meant by the nearest data-verb, data-id and data-value.
{
  const told = e => {
    const t = e.target.closest('[data-verb]');
    return { verb: t?.dataset.verb ?? '', id: t?.closest('[data-id]')?.dataset.id ?? '', value: t?.dataset.value ?? '' };
  };
  Blazor.registerCustomEventType('pick', { browserEventName: 'click', createEventArgs: told });
  // An event of the same name as the browser's gets no second name: it would be told twice.
  Blazor.registerCustomEventType('chosen', { createEventArgs: e => ({ ids: e.detail }) });
  Blazor.registerCustomEventType('dropped', { createEventArgs: e => e.detail });
}

// Nothing is done that was pressed in the dark. While the page knows that the line is down, a press is stopped here, before Blazor hears of it,
// and refused in words. While it does not know yet, the press may lie in the line for a while: so each tells when it was made, by the
// server's clock and just ahead of itself, and the server does not do what comes too late.
{
  const html = document.documentElement;
  const acts = e => e.type === 'dropped' || (e.target.closest?.('[data-act]') ?? (e.type === 'submit' ? e.target.querySelector?.('[data-act]') : null));
  let told = null, ahead = Number(html.dataset.now) - Date.now();
  window.leaddesk = { acts: reference => { told = reference; } };
  const guard = e => {
    if (!acts(e)) return;
    if (html.hasAttribute('data-offline')) {
      e.preventDefault();
      e.stopImmediatePropagation();
      const banner = document.getElementById('components-reconnect-modal');
      const text = banner?.querySelector('[data-text]');
      if (text) text.textContent = banner.dataset.refused;
    } else if (e.type === 'click' || e.type === 'dropped') {
      told?.invokeMethodAsync('Acted', Date.now() + ahead).then(now => { ahead = now - Date.now(); }, () => { });
    }
  };
  for (const type of ['click', 'submit', 'change', 'dropped']) addEventListener(type, guard, { capture: true });
}
