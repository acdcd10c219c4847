// Presses the button of a form that goes on with something long, until it is over. Without this, a person presses it.
(() => {
  const seconds = 3;
  const goOn = async () => {
    const form = document.querySelector("form[data-goes-on]");
    if (!form) {
      return;
    }
    const button = form.querySelector("button");
    button.hidden = true;
    const fields = new URLSearchParams(new FormData(form));
    if (button.name) {
      fields.set(button.name, button.value);
    }
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: fields,
        credentials: "same-origin",
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect") {
        window.location.assign(form.dataset.goesOn);
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const main = page.querySelector("main");
      if (!main) {
        button.hidden = false;
        return;
      }
      document.querySelector("main").replaceChildren(...main.childNodes);
      window.setTimeout(goOn, 0);
    } catch {
      // The network is away for a moment.
      window.setTimeout(goOn, seconds * 1000);
    }
  };
  goOn();
})();
