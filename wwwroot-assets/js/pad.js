// The pad of digits on a shared device: it writes into the PIN field, which stays what counts. Without this module the field alone does it.
for (const form of document.querySelectorAll('form[data-pad]')) {
  const field = form.querySelector('#pin');
  const pad = form.querySelector('.pad');
  if (!pad) continue;
  pad.hidden = false;
  form.querySelector('[data-go]').hidden = true;
  if (matchMedia('(pointer: coarse)').matches) field.inputMode = 'none';
  pad.addEventListener('click', e => {
    const b = e.target.closest('button');
    if (b?.dataset.digit && field.value.length < field.maxLength) field.value += b.dataset.digit;
    else if (b && 'erase' in b.dataset) field.value = field.value.slice(0, -1);
  });
}
