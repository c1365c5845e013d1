/* Comes last of the scripts: the page says what is true now, and is shown (see site.js). The first
   sheet comes at once and the others in the frames after it, so that a slow phone shows today soon and
   answers to the finger meanwhile. What comes later is further below, so nothing moves. Who is led to
   a place on the page, or comes back to it, has all of it at once. */
(() => {
  const root = document.documentElement;
  const [visit] = performance.getEntriesByType ? performance.getEntriesByType("navigation") : [];
  const isNew = visit && visit.type === "navigate" && !location.hash;
  const waiting = [];
  // Whatever comes after the first sheet, at its own level and around it.
  for (let here = isNew && document.querySelector(".sheet"); here && here !== document.body; here = here.parentElement) {
    for (let next = here.nextElementSibling; next; next = next.nextElementSibling) waiting.push(next);
  }
  const AT_ONCE = 200; // elements

  const showMore = () => {
    for (let shown = 0; waiting.length && shown < AT_ONCE; ) {
      const part = waiting.shift();
      part.classList.remove("is-waiting");
      shown += part.getElementsByTagName("*").length;
    }
    if (waiting.length) requestAnimationFrame(showMore);
    else root.classList.remove("is-opening");
  };
  for (const part of waiting) part.classList.add("is-waiting");
  root.classList.remove("is-veiled");
  requestAnimationFrame(() => setTimeout(showMore));
})();
