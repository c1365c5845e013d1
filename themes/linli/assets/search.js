// The search page: what is typed against the index of search-index.js, and the list of what was
// found. A document is found if it has every word; if none has, those are shown that have the
// pieces of the words. Words to show stand in the page's data-say- attributes, in its own script.
(() => {
  "use strict";
  const page = document.getElementById("search");
  const [status, list, more] = ["status", "results", "more"].map((name) => document.getElementById(`search-${name}`));
  const form = document.getElementById("search-form");
  const input = form.elements.q;
  const { documents, findLines, findSpelled, fold } = window.linliSearch;
  const [SHOWN, FIRST, LATER] = [20, 1, 4];

  const say = (name, facts) =>
    Object.keys(facts || {}).reduce((s, key) => s.replace(`{${key}}`, facts[key]), page.getAttribute(`data-say-${name}`) || "");

  // --- loading, once somebody searches -----------------------------------------------------

  const parts = page.dataset.parts.split(" ").filter(Boolean);
  let [loaded, failed, asked] = [0, false, false];
  const load = () => {
    if (asked) return;
    asked = true;
    parts.forEach((address) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false; // what is current comes in the first part
      script.onload = () => {
        loaded += 1;
        search();
      };
      script.onerror = () => {
        failed = true;
        search();
      };
      document.head.appendChild(script);
    });
  };

  // --- finding -----------------------------------------------------------------------------

  // “…”, "…", 「…」 and 『…』 hold a phrase; between others, spaces and punctuation part words.
  const parse = (typed) => {
    const words = [];
    const pattern = /["“”„«「『]([^"“”„»」』]+)["“”»」』]|[^\s"“”„«「『」』,，、。;!?()《》]+/g;
    const text = fold(typed);
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const phrase = found[1] !== undefined;
      // Spaces beside Chinese are not in the index either.
      const word = (phrase ? found[1] : found[0])
        .trim()
        .replace(/\s+/g, " ")
        .replace(/([⺀-鿿豈-﫿]) | (?=[⺀-鿿豈-﫿])/g, "$1");
      if (word) words.push({ text: word, phrase, latin: /^[a-z0-9]+$/.test(word), letters: /^[a-z]{2,}$/.test(word) });
    }
    return words;
  };

  // Where a word stands, or -1. Letters and figures stand at the start of theirs: 8 is not in 18.
  const find = (text, word, from) => {
    let at = text.indexOf(word.text, from);
    while (!word.phrase && word.latin && at > 0 && /[a-z0-9]/.test(text[at - 1])) at = text.indexOf(word.text, at + 1);
    return at;
  };

  // The weightiest first, so that what comes later cannot weigh more than what was found.
  const WEIGHTS = [["title", 16], ["names", 12], ["owner", 6], ["place", 6], ["text", 4]];
  const weigh = (record, word) => {
    let weight = 0;
    for (const [field, most] of WEIGHTS) {
      if (weight >= most) return weight;
      const text = record.plain[field];
      const at = find(text, word, 0);
      if (at >= 0) weight = most + (field !== "title" ? 0 : text === word.text ? 24 : at ? 0 : 8);
      if (weight || !word.letters || field === "text") continue;
      const read = findSpelled(record[field], word.text);
      if (read) weight = most - 2 + (read.start ? 3 : 0);
    }
    return weight;
  };

  // The pieces of at least two characters that a word falls into within a document, or null.
  const divide = (whole, text) => {
    if (!text) return [];
    for (let length = text.length; length > 1; length--) {
      const piece = text.slice(0, length);
      if (text.length - length === 1 || whole.indexOf(piece) < 0) continue;
      const rest = divide(whole, text.slice(length));
      if (rest) return [piece].concat(rest);
    }
    return null;
  };
  const isWhole = (word) => word.phrase || word.latin || word.text.length < 4;
  const weighPieces = (record, word, marks) => {
    if (isWhole(word)) return weigh(record, word);
    const pieces = divide(WEIGHTS.map(([field]) => record.plain[field]).join("\n"), word.text);
    if (!pieces) return 0;
    pieces.forEach((text) => marks.push({ text, phrase: true }));
    return 1 / pieces.length + pieces.reduce((sum, text) => sum + weigh(record, { text, phrase: true }), 0) / pieces.length;
  };

  // The day is the reader's: what has ended since the site was built is past as well.
  const isPast = (record, today) => Boolean(record.past || (record.last && record.last < today));

  // The numbers of the documents that may have all words: those with the rarest of them. What may
  // be pinyin may stand anywhere.
  const choose = (words, textOf) =>
    words
      .filter((word) => !word.letters)
      .map((word) => findLines(textOf(word)))
      .reduce((one, other) => (other.length < one.length ? other : one), documents.map((_, order) => order));

  const collect = (words, weighWord, textOf) => {
    const now = new Date();
    const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const found = [];
    for (const order of choose(words, textOf)) {
      const record = documents[order];
      const marks = words.slice();
      const weights = [];
      if (words.every((word) => weights[weights.push(weighWord(record, word, marks)) - 1])) {
        const weight = weights.reduce((one, other) => one + other);
        found.push({ record, weight, order, marks, past: isPast(record, today), today });
      }
    }
    return found.sort((a, b) => a.past - b.past || b.weight - a.weight || a.order - b.order);
  };

  // --- showing -----------------------------------------------------------------------------

  const add = (parent, name, className, text) => {
    const element = parent.appendChild(document.createElement(name));
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  const addMarked = (parent, shown, plain, words) => {
    let at = 0;
    while (at < shown.length) {
      let [first, length] = [-1, 0];
      for (const word of words) {
        const place = find(plain, word, at);
        if (place >= 0 && (first < 0 || place < first)) [first, length] = [place, word.text.length];
      }
      if (first < 0) {
        const read = at ? null : words.map((word) => word.letters && findSpelled(shown, word.text)).find(Boolean);
        if (!read) break;
        [first, length] = [read.at, read.length];
      }
      parent.appendChild(document.createTextNode(shown.slice(at, first)));
      add(parent, "mark", "", shown.slice(first, first + length));
      at = first + length;
    }
    parent.appendChild(document.createTextNode(shown.slice(at)));
  };

  const formatDay = (day, today) => {
    const [y, m, d] = day.split("-").map(Number);
    return say(day.slice(0, 4) === today.slice(0, 4) ? "day" : "day-year", { y, m, d });
  };

  const holds = (name, folded, word) => find(folded, word, 0) >= 0 || (word.letters && findSpelled(name, word.text));

  // The words around the first place where one was found, or the beginning.
  const addSnippet = (item, record, words) => {
    const places = words.map((word) => find(record.plain.text, word, 0)).filter((place) => place >= 0);
    const about = places.length ? Math.max(0, Math.min(...places) - 16) : 0;
    const from = about - /[\w:]{0,12}$/.exec(record.text.slice(0, about))[0].length; // at a number's beginning
    const to = from + 72;
    if (!record.text) return;
    const text = add(item, "p", "card-text", from ? "…" : "");
    addMarked(text, record.text.slice(from, to), record.plain.text.slice(from, to), words);
    if (to < record.text.length) text.appendChild(document.createTextNode("…"));
  };

  const addResult = ({ record, marks, past, today }) => {
    const item = add(list, "li", "card");
    const link = add(add(item, "h3"), "a");
    link.href = page.dataset.root + record.address;
    addMarked(link, record.title, record.plain.title, marks);
    const tags = add(item, "p", "card-tags");
    if (past) add(tags, "span", "tag tag-strong", say("past"));
    add(tags, "span", "tag", say(`kind-${record.category}`) || say(`kind-${record.kind}`));
    if (record.owner) add(tags, "span", "meta", record.owner);
    if (record.day) add(tags, "time", "meta", formatDay(record.day, today)).dateTime = record.day;
    if (record.place) addMarked(add(item, "p", "meta"), record.place, record.plain.place, marks);
    const folded = record.plain.names.split("/");
    const names = record.names.split("/").filter((name, n) => marks.some((word) => holds(name, folded[n], word)));
    if (names.length) addMarked(add(item, "p", "meta", say("names")), names.join("、"), fold(names.join("、")), marks);
    addSnippet(item, record, marks);
  };

  let results = [];
  let drawing = 0;
  // The first few at once, the others when these can be seen: a slow phone takes long to draw all.
  const showUpTo = (count) => {
    const shown = list.children.length;
    results.slice(shown, Math.min(count, shown + (shown ? LATER : FIRST))).forEach(addResult);
    const all = list.children.length >= Math.min(count, results.length);
    more.hidden = !all || count >= results.length;
    if (!all) drawing = setTimeout(() => showUpTo(count), 0);
  };
  const showMore = () => {
    const shown = list.children.length;
    showUpTo(shown + SHOWN);
    list.children[shown].querySelector("a").focus();
  };

  const search = () => {
    const words = parse(input.value);
    const ready = loaded === parts.length;
    results = words.length ? collect(words, weigh, (word) => word.text) : [];
    const near = words.length > 0 && !results.length && ready;
    // A piece has two characters at least, so the first two of a word stand in the document.
    if (near) results = collect(words, weighPieces, (word) => (isWhole(word) ? word.text : word.text.slice(0, 2)));
    list.textContent = "";
    clearTimeout(drawing);
    showUpTo(SHOWN);
    const outcome = !words.length ? "" : results.length ? (near ? "near" : "count") : failed ? "failed" : ready ? "none" : "loading";
    status.textContent = say(outcome, { n: results.length, q: input.value.trim() });
    page.classList.toggle("has-results", results.length > 0);
    document.getElementById("search-advice").hidden = outcome !== "none";
  };

  let typing = 0;
  const start = () => {
    load();
    clearTimeout(typing);
    typing = setTimeout(search, 150);
  };
  input.addEventListener("focus", load);
  input.addEventListener("input", (event) => event.isComposing || start());
  input.addEventListener("compositionend", start);
  more.addEventListener("click", showMore);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    load();
    clearTimeout(typing);
    search();
    input.blur(); // puts the keyboard of a phone away
    try {
      history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    } catch (error) {
      // Some browsers allow no other address for a page from a disk; it is found all the same.
    }
  });

  const asking = /[?&]q=([^&]*)/.exec(location.search);
  if (asking) {
    input.value = decodeURIComponent(asking[1].replace(/\+/g, " "));
    load();
    search();
  }
})();
