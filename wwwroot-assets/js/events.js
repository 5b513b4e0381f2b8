// One delegated handler serves a whole list: a click tells what was meant by the nearest data-verb, data-id and data-value.
{
  const told = e => {
    const t = e.target.closest('[data-verb]');
    return { verb: t?.dataset.verb ?? '', id: t?.closest('[data-id]')?.dataset.id ?? '', value: t?.dataset.value ?? '' };
  };
  Blazor.registerCustomEventType('pick', { browserEventName: 'click', createEventArgs: told });
}
