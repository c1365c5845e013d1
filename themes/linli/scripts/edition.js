/* The link to the other edition: which one was chosen is remembered, and site.js leads to it from
   every page. What was searched for, and the place on the page, go along. */
(() => {
  for (const link of document.querySelectorAll(".edition")) {
    link.addEventListener("click", () => {
      linli.choose("edition", link.hreflang);
      link.search = location.search;
      link.hash = location.hash;
    });
  }
})();
