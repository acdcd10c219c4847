// Says that files are too large before they are sent, and remembers what a large one is called while it is sent past us.
// Without this, the answer says the one, and a person types the other.
(() => {
  const remembered = "name-of-file";
  for (const input of document.querySelectorAll("input[data-most]")) {
    input.addEventListener("change", () => {
      const octets = [...input.files].reduce((sum, file) => sum + file.size, 0);
      input.setCustomValidity(octets > Number(input.dataset.most) ? input.dataset.tooLarge : "");
      input.reportValidity();
    });
  }
  for (const form of document.querySelectorAll("form[data-sends-file]")) {
    form.addEventListener("submit", () => {
      const file = form.querySelector("input[type=file]").files[0];
      if (file) {
        window.sessionStorage.setItem(remembered, file.name);
      }
    });
  }
  for (const input of document.querySelectorAll("input[data-name-of-file]")) {
    const name = window.sessionStorage.getItem(remembered);
    if (name && !input.value) {
      input.value = name.slice(-input.maxLength);
    }
    window.sessionStorage.removeItem(remembered);
  }
})();
