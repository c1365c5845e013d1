/* How a reader wants pages to look: the elder edition, and the size of letters. This file runs in
   the head, before anything is shown, so that nothing moves afterwards; the other scripts of the
   folder run when the page is read. Pages say everything without them.

   ?da=1 turns the elder edition on and ?da=0 off, for codes on paper and for other sites. */
const linli = (() => {
  const root = document.documentElement;
  const choices = { da: ["0", "1"], text: ["medium", "small", "large"], edition: ["", "zh-Hans", "zh-Hant"] };
  const asked = new URLSearchParams(location.search);
  /* Storage may be blocked altogether. Then choices go along in the addresses of links. */
  let storage = null;
  try {
    storage = window.localStorage;
    storage.setItem("linli-here", "1");
    storage.removeItem("linli-here");
  } catch (blocked) {
    storage = null;
  }

  const chosen = (name) => root.dataset[name] || choices[name][0];
  const isUsual = (name) => chosen(name) === choices[name][0];

  const choose = (name, value) => {
    root.dataset[name] = value;
    if (storage) storage.setItem("linli-" + name, value);
  };

  /* Returns an address of this site with the choices that cannot be remembered. */
  const carry = (address) => {
    const url = new URL(address, location.href);
    for (const name of Object.keys(choices)) {
      url.searchParams.delete(name);
      if (!storage && !isUsual(name)) url.searchParams.set(name, chosen(name));
    }
    return url.href;
  };

  /* today.js makes the lists of today when the page is read. Until then a page that comes slowly
     shows its head alone, so that nothing moves before a reader's eyes; unveil.js ends that. */
  root.classList.add("has-scripts", "is-veiled", "is-opening");
  setTimeout(() => root.classList.remove("is-veiled", "is-opening"), 3000);
  for (const [name, known] of Object.entries(choices)) {
    const remembered = storage && storage.getItem("linli-" + name);
    const value = [asked.get(name), remembered].find((found) => known.includes(found));
    if (value) choose(name, value);
  }

  /* Somebody who chose the other edition goes on there, also from a code on paper. */
  const own = root.lang === "zh-Hant" ? "zh-Hant" : "zh-Hans";
  const wanted = chosen("edition");
  const other = wanted && wanted !== own && document.querySelector(`link[hreflang="${wanted}"]`);
  if (other) location.replace(carry(other.dataset.address + location.search + location.hash));

  return { choices, chosen, choose, carry, remembers: Boolean(storage) };
})();
