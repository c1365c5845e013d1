/* The bar above every page: elder edition, size of letters, print. */
(() => {
  const bar = document.getElementById("reading");
  if (!bar) return;
  const elder = document.getElementById("elder");

  /* The address names no choice that is remembered, for it would undo the reader's next one, and
     who is sent it would get the sender's letters. */
  const tidyAddress = () => {
    const address = linli.carry(location.href);
    if (address === location.href) return;
    try {
      history.replaceState(history.state, "", address);
    } catch (refused) {
      /* pages from a disk keep theirs */
    }
  };
  const choose = (name, value) => {
    linli.choose(name, value);
    tidyAddress();
  };

  elder.checked = linli.chosen("da") === "1";
  elder.addEventListener("change", () => choose("da", elder.checked ? "1" : "0"));
  for (const size of bar.querySelectorAll("[name=text]")) {
    size.checked = size.value === linli.chosen("text");
    size.addEventListener("change", () => choose("text", size.value));
  }
  /* Buttons are pressed with Enter, so these are too. */
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.target.click();
  });
  tidyAddress();

  if (!linli.remembers) {
    document.addEventListener("click", (event) => {
      const link = event.target.closest && event.target.closest("a[href]");
      if (!link || link.protocol !== location.protocol || link.host !== location.host) return;
      if (/\.html$/.test(link.pathname) || /\/$/.test(link.pathname)) link.href = linli.carry(link.href);
    });
  }

  document.getElementById("print").addEventListener("click", () => window.print());
})();
