// Looks every few seconds how far a post has come, as long as it is going out. Without this, a link does the same.
(() => {
  const seconds = 3;
  const part = document.querySelector("[data-again]");
  const link = document.querySelector(".without-scripts");
  if (!part) {
    return;
  }
  if (link) {
    link.hidden = true;
  }
  const look = async () => {
    try {
      const answer = await fetch(part.dataset.again, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector(".standing");
      if (!answer.ok || !now || !now.hasAttribute("data-again")) {
        window.location.reload();
        return;
      }
      part.replaceChildren(...now.childNodes);
    } catch {
      // The network is away for a moment.
    }
    window.setTimeout(look, seconds * 1000);
  };
  window.setTimeout(look, seconds * 1000);
})();
