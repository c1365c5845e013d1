/* Remembers which edition a reader chose, simplified or traditional, and leads to it from every
   page. It runs in the head, before anything is shown; without it each link is still there. */
(() => {
  let storage;
  try {
    storage = window.localStorage;
  } catch (blocked) {
    return;
  }
  const own = document.documentElement.lang === "zh-Hant" ? "zh-Hant" : "zh-Hans";
  const wanted = ["zh-Hans", "zh-Hant"].find((edition) => edition === storage.getItem("linli-edition"));
  const other = wanted && wanted !== own && document.querySelector(`link[hreflang="${wanted}"]`);
  if (other) location.replace(other.dataset.address + location.search + location.hash);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[hreflang]");
    if (!link) return;
    storage.setItem("linli-edition", link.hreflang);
    [link.search, link.hash] = [location.search, location.hash];
  });
})();
