/* Makes a poster fill its sheet of paper and no more, as the press does for the PDF: larger or
   smaller type first, then without what the template marks as dispensable. Without this script the
   poster has type of ordinary size, and may go on to a second sheet. */
(() => {
  /* The lengths that the template reckons; as attributes they would be styles within the page. */
  for (const part of document.querySelectorAll("[data-style]")) part.style.cssText = part.dataset.style;

  const root = document.documentElement;
  const sheet = document.getElementById("sheet");
  const usual = parseFloat(getComputedStyle(sheet).zoom);
  /* In parts of the usual zoom; as in generator/render/poster_fit.py. */
  const [largest, smallest, steps] = [1.5, 0.69, 24];

  const setZoom = (part) => root.style.setProperty("--zoom", usual * part);

  const pagesFilled = () => {
    const style = getComputedStyle(sheet);
    return (parseFloat(style.height) - 0.5) / parseFloat(style.minHeight);
  };

  /* Boxes named `frame.any` must stay within the box named `frame`. */
  const sticksOut = () =>
    [...document.querySelectorAll('[id*="."]')].some((box) => {
      const frame = document.getElementById(box.id.split(".")[0]);
      if (!frame) return false;
      const [inner, outer] = [box.getBoundingClientRect(), frame.getBoundingClientRect()];
      return inner.left < outer.left - 1 || inner.right > outer.right + 1;
    });

  const fits = (part) => {
    setZoom(part);
    return pagesFilled() <= 1 && !sticksOut();
  };

  const grow = () => {
    let [low, high] = [0, steps];
    const at = (step) => smallest + ((largest - smallest) * step) / steps;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(at(middle))) low = middle;
      else high = middle - 1;
    }
    return fits(at(low));
  };

  const fitOnePage = () => {
    if (grow()) return;
    const names = sheet.dataset.dispensable.split(" ").filter(Boolean);
    for (const name of names) {
      for (const part of document.querySelectorAll("[data-drop]"))
        if (part.dataset.drop.replace(/^[0-9]+-/, "") === name) part.dataset.gone = "";
      if (fits(smallest)) break;
    }
    grow();
  };

  const fitList = () => {
    setZoom(1);
    if (pagesFilled() > 1 && pagesFilled() < 1.4 && !fits(0.88)) setZoom(1);
  };

  if (sheet.dataset.fitted) fitOnePage();
  else fitList();

  const button = document.getElementById("print");
  button.hidden = false;
  button.addEventListener("click", () => window.print());
})();
