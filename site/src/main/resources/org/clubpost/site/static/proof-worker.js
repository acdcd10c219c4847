// Finds the number whose SHA-256 behind the salt is the challenge (ALTCHA 1.x).
'use strict';
onmessage = async (event) => {
  const { salt, challenge, maxnumber } = event.data;
  const encoder = new TextEncoder();
  const hex = (octets) => [...new Uint8Array(octets)].map((each) => each.toString(16).padStart(2, '0')).join('');
  for (let number = 0; number <= maxnumber; number++) {
    if (hex(await crypto.subtle.digest('SHA-256', encoder.encode(salt + number))) === challenge) {
      postMessage(number);
      return;
    }
  }
  postMessage(null);
};
