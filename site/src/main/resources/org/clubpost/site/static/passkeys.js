// Makes a passkey, or uses one, and hands what the browser says of it to the form that the button is in.
(() => {
  const octets = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const make = data => navigator.credentials.create({ publicKey: {
    challenge: octets(data.challenge),
    rp: { id: data.host, name: data.site },
    user: { id: new TextEncoder().encode(data.person), name: data.name, displayName: data.name },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
    excludeCredentials: data.known.split(' ').filter(id => id).map(id => ({ type: 'public-key', id: octets(id) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
  } });

  const use = data => navigator.credentials.get({ publicKey: {
    challenge: octets(data.challenge),
    rpId: data.host,
    userVerification: 'required',
  } });

  const fill = (form, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      form.elements.namedItem(name).value = value;
    }
  };

  const run = async form => {
    const adds = form.dataset.passkey === 'add';
    const credential = await (adds ? make(form.dataset) : use(form.dataset));
    const said = credential.response;
    fill(form, { credential: text(credential.rawId), client: text(said.clientDataJSON) });
    fill(form, adds
      ? { key: text(said.getPublicKey()), algorithm: said.getPublicKeyAlgorithm(), data: text(said.getAuthenticatorData()) }
      : { person: new TextDecoder().decode(said.userHandle), signature: text(said.signature), data: text(said.authenticatorData) });
    form.submit();
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (window.PublicKeyCredential) {
      form.hidden = false;
    }
    form.addEventListener('submit', event => {
      event.preventDefault();
      form.querySelector('[role=alert]').textContent = '';
      run(form).catch(() => {
        form.querySelector('[role=alert]').textContent = form.dataset.failed;
      });
    });
  }
})();
