/* What the preview adds to a page: it loads the page again when that has changed, lists what is
   wrong, expires or has to be printed, and shows what is wrong over the page. All words come with
   the news from the server; nothing of this is in a site that was built. */
(() => {
  const page = document.currentScript.dataset;
  const OWN = "/-/serve/";
  const root = document.documentElement;

  /* Storage may be blocked altogether. */
  const store = {
    get: (area, name) => {
      try {
        return window[area].getItem("linli-serve-" + name);
      } catch (blocked) {
        return null;
      }
    },
    set: (area, name, value) => {
      try {
        window[area].setItem("linli-serve-" + name, value);
      } catch (blocked) {
        /* then it is not remembered */
      }
    },
  };

  /* --- the place on the page, kept while it is loaded again --------------------------------- */

  const loadAgain = () => {
    const place = { address: location.href, x: window.scrollX, y: window.scrollY };
    store.set("sessionStorage", "place", JSON.stringify(place));
    location.reload();
  };
  const goBack = () => {
    const place = JSON.parse(store.get("sessionStorage", "place") || "null");
    store.set("sessionStorage", "place", "null");
    if (!place || place.address !== location.href) return;
    history.scrollRestoration = "manual";
    const go = () => window.scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    go();
    window.addEventListener("load", () => {
      go();
      history.scrollRestoration = "auto";
    });
  };

  /* --- links keep the day that was asked for ------------------------------------------------ */

  if (page.day) {
    const keep = (event) => {
      const link = event.composedPath().find((node) => node.tagName === "A" && node.href);
      if (!link || link.origin !== location.origin) return;
      const url = new URL(link.href);
      if (!url.searchParams.has("today")) url.searchParams.set("today", page.day);
      link.href = url.href;
    };
    document.addEventListener("click", keep, true);
    document.addEventListener("auxclick", keep, true);
  }

  /* --- pieces --------------------------------------------------------------------------------- */

  const make = (tag, facts = {}, ...inner) => {
    const element = Object.assign(document.createElement(tag), facts);
    element.append(...inner.filter((each) => each !== null && each !== ""));
    return element;
  };
  const link = (address, ...inner) => make("a", { href: "/" + address }, ...inner);
  const fold = (name, title, count, ...inner) => {
    const kept = store.get("sessionStorage", "fold-" + name);
    const [kind, part] = name.split("-");
    const details = make("details", { className: part ? "group" : kind, open: kept ? kept === "1" : kind !== "printing" });
    details.append(make("summary", {}, title, make("b", { className: "count" }, String(count))), ...inner);
    details.addEventListener("toggle", () => store.set("sessionStorage", "fold-" + name, details.open ? "1" : "0"));
    return details;
  };
  const list = (rows, none) =>
    rows.length ? make("ul", {}, ...rows.map((row) => make("li", {}, ...row))) : make("p", { className: "none" }, none);

  /* --- the panel ------------------------------------------------------------------------------ */

  const isWide = () => window.innerWidth >= 1000;
  const isOpen = () => {
    const chosen = store.get("localStorage", "open");
    return chosen ? chosen === "1" : isWide();
  };
  const dock = () => root.classList.toggle("linli-serve-open", isOpen());
  root.classList.add("linli-serve");
  dock();

  const host = make("div", { id: "linli-serve", hidden: true });
  const shadow = host.attachShadow({ mode: "open" });
  const panel = make("aside", { className: "panel" });
  const tab = make("button", { className: "tab", type: "button" });
  const alert = make("section", { className: "alert", hidden: true });
  alert.setAttribute("role", "alert");
  const style = make("link", { rel: "stylesheet", href: OWN + "panel.css" });
  style.addEventListener("load", () => (host.hidden = false));
  shadow.append(style, panel, tab, alert);

  const show = (open) => {
    store.set("localStorage", "open", open ? "1" : "0");
    dock();
    place();
  };
  const place = () => {
    panel.hidden = !isOpen();
    tab.hidden = isOpen();
    alert.classList.toggle("is-listed", isOpen());
  };
  tab.addEventListener("click", () => {
    show(true);
    panel.querySelector("button").focus();
  });

  const describe = (problem) => {
    const words = [
      make("span", { className: "message" }, problem.message),
      make("span", { className: "place" }, problem.position),
    ];
    const inner = problem.page === null ? make("span", { className: "row" }, ...words) : link(problem.page, ...words);
    inner.classList.add(problem.severity);
    return [inner];
  };
  const chooseDay = (day) => {
    const url = new URL(location.href);
    url.searchParams.set("today", day);
    location.href = url.href;
  };
  const dayForm = (state) => {
    const words = state.words;
    const input = make("input", { type: "date", value: state.day, min: "1950-01-01", max: "2099-12-31" });
    input.addEventListener("change", () => input.value && chooseDay(input.value));
    const back = make("button", { type: "button", hidden: state.isUsualDay }, words.usualDay);
    back.addEventListener("click", () => chooseDay(""));
    return make("div", { className: "day" }, make("label", {}, words.day, input), back);
  };
  const printing = (state) => {
    const { words, printing: due } = state;
    if (!due) return fold("printing", words.printing, "…", make("p", { className: "none" }, words.counting));
    const count = due.compounds.reduce((sum, compound) => sum + compound.posters.length, 0);
    const groups = due.compounds.map((compound) =>
      fold("printing-" + compound.name, compound.name, compound.posters.length,
        list(compound.posters.map((poster) => [link(poster.page, poster.title)]), ""))
    );
    const hint = count ? make("p", { className: "none" }, due.recorded ? "" : words.allPosters, link(due.page, words.staff)) : make("p", { className: "none" }, words.nothingToPrint);
    return fold("printing", words.printing, count, hint, ...groups);
  };

  const draw = (state) => {
    const words = state.words;
    const scrolled = panel.scrollTop;
    const hide = make("button", { className: "hide", type: "button", title: words.hide }, words.hide);
    hide.addEventListener("click", () => {
      show(false);
      tab.focus();
    });
    panel.setAttribute("aria-label", words.panel);
    panel.lang = words.language;
    alert.lang = words.language;
    panel.replaceChildren(
      make("header", {}, make("h2", {}, words.panel), hide),
      dayForm(state),
      fold("wrong", words.wrong, state.problems.length, list(state.problems.map(describe), words.nothingWrong)),
      fold("expiring", words.expiring, state.expiring.length,
        list(state.expiring.map((item) => [link(item.page, make("span", { className: "message" }, item.title), make("span", { className: "place" }, item.day))]), words.nothingExpires)),
      printing(state)
    );
    panel.scrollTop = scrolled;
    tab.replaceChildren(state.errors ? words.errors.replace("{count}", state.errors) : words.panel, state.isUsualDay ? "" : " · " + state.dayName);
    tab.classList.toggle("is-wrong", state.errors > 0);
    tab.title = words.show;
    place();
  };

  /* --- what is wrong, over the page ----------------------------------------------------------- */

  const warn = (state) => {
    const words = state.words;
    const errors = state.problems.filter((problem) => problem.severity === "error");
    const name = JSON.stringify(errors.map((problem) => [problem.position, problem.message]));
    alert.hidden = !errors.length || store.get("sessionStorage", "closed") === name;
    if (alert.hidden) return alert.replaceChildren();
    const close = make("button", { className: "hide", type: "button" }, words.close);
    close.addEventListener("click", () => {
      store.set("sessionStorage", "closed", name);
      alert.hidden = true;
    });
    alert.replaceChildren(
      make("header", {}, make("h2", {}, words.errors.replace("{count}", errors.length)), close),
      make("p", { className: "none" }, state.isOld ? words.siteIsOld : words.itemIsOld),
      ...errors.map((problem) =>
        make("article", {},
          make("h3", {}, problem.message),
          make("p", { className: "place" }, problem.position),
          problem.excerpt ? make("pre", {}, problem.excerpt) : null,
          problem.help ? make("p", {}, make("b", {}, words.help + " "), problem.help) : null,
          problem.page === null ? null : make("p", {}, link(problem.page, words.open))
        )
      )
    );
  };
  document.addEventListener("keydown", (event) => {
    const close = alert.querySelector("button");
    if (event.key === "Escape" && close && !alert.hidden) close.click();
  });

  /* --- news from the server ------------------------------------------------------------------- */

  let source = null;
  let gone = 0;
  let words = {};
  const hear = (event) => {
    clearTimeout(gone);
    gone = 0;
    const state = JSON.parse(event.data);
    if (state.page !== page.digest) return loadAgain();
    words = state.words;
    draw(state);
    warn(state);
  };
  const tellGone = () => {
    tab.replaceChildren(words.gone || "…");
    tab.classList.add("is-wrong");
    tab.hidden = false;
  };
  const listen = () => {
    if (source) return;
    source = new EventSource(OWN + "events?page=" + encodeURIComponent(page.page) + (page.day ? "&today=" + page.day : ""));
    source.addEventListener("message", hear);
    source.addEventListener("error", () => (gone = gone || setTimeout(tellGone, 2000)));
  };
  const leave = () => {
    if (source) source.close();
    source = null;
  };
  /* A browser has six connections to a server, so pages that nobody sees give theirs back. */
  const attend = () => (document.visibilityState === "hidden" ? leave() : listen());
  document.addEventListener("visibilitychange", attend);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", attend);
  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(host);
    place();
    goBack();
    attend();
  });
})();
