// Passkeys: the browser makes or uses one, and its answer goes with the form. Without this module the forms ask for a password as ever.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const known = list => (list ?? []).map(c => ({ ...c, id: bytes(c.id) }));
const can = 'PublicKeyCredential' in window && isSecureContext;

const make = o => navigator.credentials.create({ publicKey: { ...o, challenge: bytes(o.challenge), user: { ...o.user, id: bytes(o.user.id) }, excludeCredentials: known(o.excludeCredentials) } });
const use = o => navigator.credentials.get({ publicKey: { ...o, challenge: bytes(o.challenge), allowCredentials: known(o.allowCredentials) } });

function written(c) {
  const r = c.response, response = { clientDataJSON: text(r.clientDataJSON) };
  for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) if (r[part]) response[part] = text(r[part]);
  if (r.getTransports) response.transports = r.getTransports();
  return JSON.stringify({ id: c.id, rawId: text(c.rawId), type: c.type, authenticatorAttachment: c.authenticatorAttachment, clientExtensionResults: c.getClientExtensionResults(), response });
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const wrong = document.querySelector('[data-passkey-wrong]');
  const say = words => { wrong.textContent = words; wrong.hidden = !words; };
  if (form.hasAttribute('hidden')) form.hidden = !can;
  form.addEventListener('submit', async e => {
    e.preventDefault();
    if (!can) return say(form.dataset.none);
    try {
      const asked = await fetch(form.dataset.passkey, { method: 'POST', body: new FormData(form) });
      if (!asked.ok) return say(asked.status === 429 ? form.dataset.shut : form.dataset.wrong);
      const { ask, options } = await asked.json();
      const credential = await (options.user ? make(options) : use(options));
      form.elements.ask.value = ask;
      form.elements.credential.value = written(credential);
      // The password has done its work and goes no further.
      if (form.elements.password) form.elements.password.value = '';
      form.submit();
    } catch { say(form.dataset.stopped); }
  });
}
