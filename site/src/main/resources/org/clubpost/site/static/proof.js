// Solves the proof of work of the form (ALTCHA 1.x) while the visitor types. Nothing leaves the page but the form.
(() => {
  'use strict';
  const field = document.querySelector('input[data-challenge]');
  if (!field || !window.Worker || !window.crypto || !crypto.subtle) {
    return; // The form works without, for a few an hour from one place.
  }
  const form = field.form;
  const task = JSON.parse(field.dataset.challenge);
  const status = form.querySelector('.working');
  const worker = new Worker('/site/proof-worker.js');
  let done = false;
  let waiting = null;

  const end = (number) => {
    if (done) {
      return;
    }
    done = true;
    worker.terminate();
    if (number !== null) {
      field.value = btoa(JSON.stringify({
        algorithm: task.algorithm, challenge: task.challenge, number, salt: task.salt, signature: task.signature
      }));
    }
    if (waiting) {
      status.textContent = '';
      form.requestSubmit(waiting.submitter || undefined);
    }
  };

  worker.onmessage = (event) => end(event.data);
  worker.onerror = () => end(null);
  form.addEventListener('submit', (event) => {
    if (done) {
      return;
    }
    event.preventDefault();
    if (!waiting) {
      waiting = { submitter: event.submitter };
      status.textContent = field.dataset.wait;
      setTimeout(() => end(null), 20000);
    }
  });
  worker.postMessage(task);
})();
