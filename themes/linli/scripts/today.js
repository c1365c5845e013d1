/* Keeps a page true after the day it was made: what is on now, today and this week, what is over, how
   many days are left. It goes by the site's clock wherever the reader is, and runs at once, when the
   page is seen again, and at the next moment that changes something. All its words are the page's.

   Moments are minutes since 1970 by the site's clock; a day is the number of such days. */
(() => {
  const DAY = 1440;
  const page = document.body.dataset;
  const find = (id) => document.getElementById(id);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const content = (id) => (find(id) || document.createElement("template")).content;

  const words = {};
  for (const each of all("[data-word]", content("today-words"))) words[each.dataset.word] = each.textContent;
  const say = (word, facts) => (words[word] || "").replace(/\{(\w+)\}/g, (_, name) => facts[name]);
  const pick = (word, number) => (words[word] || "").split(" ")[number];

  /* --- the clock ---------------------------------------------------------------------------- */

  let now, today, next;

  /* Browsers take long to open their table of time zones, so pages name one only where the clock is
     put forward and back. */
  const readClock = () => {
    const instant = Date.now();
    const usual = Math.floor(instant / 6e4) + Number(page.utcOffset || 0);
    if (!page.timeZone) return usual;
    try {
      const read = {};
      const fields = { timeZone: page.timeZone, hour12: false, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
      for (const part of new Intl.DateTimeFormat("en-US", fields).formatToParts(instant)) read[part.type] = Number(part.value);
      return Date.UTC(read.year, read.month - 1, read.day, read.hour % 24, read.minute) / 6e4;
    } catch (unknown) {
      return usual;
    }
  };
  /* Whether a moment is past; if it is not, the page changes then. */
  const isPast = (moment) => {
    if (moment > now && moment < next) next = moment;
    return moment <= now;
  };
  const dayOf = (text) => Date.parse(text.slice(0, 10)) / 864e5;
  /* "2026-03-05T17:00" is that minute, "2026-03-05" the end of that day. */
  const momentOf = (text) => (text.length > 10 ? Date.parse(text + "Z") / 6e4 : (dayOf(text) + 1) * DAY);

  /* "2026-03-01 510-690,810-1020@1-4,7;*@12", as generator/plan/views/spans.py explains. */
  const readSpans = (text) => {
    const [first, groups] = text.split(" ");
    const spans = [];
    for (const group of groups.split(";")) {
      const [hours, days] = group.split("@").map((part) => part.split(","));
      for (const run of days) {
        const [from, to = from] = run.split("-").map(Number);
        for (let day = dayOf(first) + from; day <= dayOf(first) + to; day++)
          for (const [start, end] of hours.map((each) => each.split("-").map((part) => part && day * DAY + Number(part))))
            spans.push({ day, start: start || null, end: end || null });
      }
    }
    return spans.sort((one, two) => one.day - two.day || one.start - two.start);
  };
  const isOn = ({ start, end }) => end && isPast(start) && !isPast(end);
  /* Those of today, and of last night while they last. */
  const ofToday = (spans) => spans.filter((span) => span.day === today || (span.day < today && isOn(span)));
  const stateOf = (spans) => (spans.some(isOn) ? "now" : spans.every(({ end }) => end && isPast(end)) ? "over" : "rest");

  const clock = (moment, day) => {
    const minutes = moment - day * DAY;
    const time = Math.floor(minutes > DAY ? minutes / 60 - 24 : minutes / 60) + ":" + String(minutes % 60).padStart(2, "0");
    return minutes > DAY ? say("afterMidnight", { time }) : time;
  };
  const hoursOf = (spans) =>
    spans
      .filter(({ start }) => start)
      .map(({ day, start, end }) => (end ? say("hours", { from: clock(start, day), to: clock(end, day) }) : clock(start, day)))
      .join(words.comma);

  /* --- days --------------------------------------------------------------------------------- */

  const almanac = all("p", content("agenda-days"));
  const describe = (day) => {
    const date = new Date(day * 864e5);
    const facts = { year: date.getUTCFullYear(), month: pick("months", date.getUTCMonth()), number: date.getUTCDate() };
    facts.weekday = pick("weekdays", (day + 3) % 7);
    facts.longWeekday = pick("longWeekdays", (day + 3) % 7);
    facts.relative = say("relative" + (day - today));
    for (const word of ["date", "fullDate", "yearMonth"]) facts[word] = say(word, facts);
    const known = almanac.length && almanac[day - dayOf(find("agenda-days").dataset.first)];
    if (!known) return facts;
    for (const [name, tag] of [["lunar", "i"], ["occasion", "b"], ["note", "u"]]) facts[name] = all(tag, known).map((each) => each.textContent)[0];
    return Object.assign(facts, { lunarDate: say("lunarDate", facts), label: facts.occasion || facts.lunar });
  };
  const show = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
    element.hidden = !text;
  };
  const fill = (root, day) => {
    const facts = describe(day);
    for (const time of all("time", root)) time.dateTime = new Date(day * 864e5).toISOString().slice(0, 10);
    for (const slot of all("[data-slot]", root)) show(slot, String(facts[slot.dataset.slot] || ""));
  };
  const refill = (list, nodes, wrap) => {
    if (!list) return false;
    list.textContent = "";
    for (const node of nodes) (wrap ? list.appendChild(document.createElement("li")) : list).append(node);
    return nodes.length > 0;
  };
  const copy = (node) => document.importNode(node, true);

  /* --- lists, made of the rows -------------------------------------------------------------- */

  const last = find("agenda-rows") ? dayOf(find("agenda-rows").dataset.last) : 0;
  const rows = all("[data-on]", content("agenda-rows")).map((node) => {
    const service = node.matches(".entry-service");
    const routine = "routine" in node.dataset;
    return { node, routine, service, spans: readSpans(node.dataset.on), rank: service + (service && routine) };
  });
  const rowsWithin = (from, to) => rows.filter((row) => row.spans.some(({ day }) => from <= day && day <= to));

  const showAgenda = (agenda) => {
    const name = agenda.dataset.agenda;
    const sunday = today + 6 - ((today + 3) % 7);
    const spans = { week: [today + 1, sunday], coming: [sunday + 1, sunday + 14], later: [sunday + 15, last], seven: [today, today + 6], fortnight: [today, today + 13] };
    const [from, to] = spans[name];
    const days = [];
    for (let day = from; day <= to && find("agenda-day"); day++) {
      const here = rowsWithin(day, day).filter(({ routine }) => !routine);
      if (!here.length) continue;
      const shown = copy(content("agenda-day"));
      fill(shown, day);
      refill(shown.querySelector("ul"), here.map(({ node }) => copy(node)));
      days.push(shown);
    }
    agenda.hidden = !refill(agenda, days);
    /* Far ahead, only the routine of events is told of. */
    const far = name === "coming" || name === "later";
    const links = new Map();
    for (const row of rowsWithin(from, to).filter(({ routine, service }) => routine && !(far && service)))
      for (const link of all("a", row.node)) links.set(link.textContent + link.getAttribute("href"), copy(link));
    for (const daily of all(`[data-daily=${name}]`)) daily.hidden = !refill(daily.querySelector("ul"), Array.from(links.values()), true);
    /* Beyond its last day the page does not know whether there is nothing. */
    for (const empty of all(":scope > .empty", agenda.parentNode)) empty.hidden = !agenda.hidden || links.size > 0 || to > last;
    for (const more of all("#later")) if (more.contains(agenda)) more.hidden = agenda.hidden && !links.size;
  };

  let todays, shown;
  const showToday = () => {
    const boxes = {};
    for (const box of all("[data-today]")) boxes[box.dataset.today] = box;
    if (!boxes.rest || !find("agenda-rows")) return;
    for (const row of todays) {
      const spans = ofToday(row.spans);
      row.state = !spans.length ? "gone" : row.node.matches(".is-cancelled") ? "rest" : stateOf(spans);
    }
    const states = todays.map(({ state }) => state).join();
    if (states === shown) return;
    shown = states;
    const filled = {};
    for (const name of Object.keys(boxes)) {
      const here = todays.filter(({ state }) => state === name);
      filled[name] = refill(boxes[name].querySelector("ul"), here.map(({ node }) => node));
      boxes[name].hidden = name !== "rest" && !filled[name];
    }
    for (const title of all("h3", boxes.rest)) title.hidden = !filled.now || !filled.rest;
    for (const empty of all(".empty", boxes.rest)) empty.hidden = filled.now || filled.rest || filled.over;
  };

  /* On its own day the page says already what the script would make of it. */
  let turned;
  let told = find("agenda-days") && dayOf(find("agenda-days").dataset.first);
  const turnPage = () => {
    turned = today;
    shown = null;
    if (told !== today) {
      for (const leaf of all("[data-leaf]")) fill(leaf, today);
      all("[data-agenda]").forEach(showAgenda);
    }
    told = today;
    todays = rows.filter(({ spans }) => ofToday(spans).length).map((row) => Object.assign({}, row, { node: copy(row.node) }));
    todays = [0, 1, 2].map((rank) => todays.filter((row) => row.rank === rank)).reduce((one, two) => one.concat(two));
  };

  /* --- marks that any page may have --------------------------------------------------------- */

  /* Returns what is open now, and until when. */
  const showWindow = (line) => {
    if (line.dataset.suspended && dayOf(line.dataset.suspended) >= today) return null;
    const spans = readSpans(line.dataset.window);
    const here = ofToday(spans);
    const state = here.length ? stateOf(here) : "closed";
    const open = here.find(isOn);
    const hours = open ? say("until", { time: clock(open.end, open.day) }) : state === "rest" ? hoursOf(here) : "";
    const isShut = state === "closed" || state === "over";
    const [first] = spans.filter(({ day }) => day > today);
    const then = isShut && first ? first.day : null;
    const tag = document.createElement("span");
    tag.className = { now: "tag tag-open", rest: "tag tag-soft" }[state] || "tag";
    tag.textContent = words["window-" + state];
    refill(line, [tag, " " + hours]);
    if (then) {
      const later = line.appendChild(document.createElement("span"));
      later.className = "window-next";
      later.textContent = say("next", { date: describe(then).date, hours: hoursOf(spans.filter(({ day }) => day === then)) });
    }
    const facts = line.closest(".line");
    for (const day of all(".line-next [data-day]", facts || line)) day.hidden = dayOf(day.dataset.day) <= (then || today);
    return open && facts ? all(".line-name", facts).map((name) => name.textContent + " " + hours)[0] : null;
  };
  /* A sentence with its number in bold, or one of its own for that number. */
  const count = (element, word, n) => {
    const [before, after] = (words[word + n] || words[word] || "").split("{n}");
    const bold = document.createElement("b");
    bold.textContent = n;
    refill(element, after === undefined ? [before] : [before, bold, after]);
  };

  const marks = {
    "data-hide-after": (each, text) => (each.hidden = isPast(momentOf(text))),
    "data-show-after": (each, text) => (each.hidden = !isPast(momentOf(text))),
    "data-show-on": (each, text) => (each.hidden = dayOf(text) !== today),
    "data-mark-on": (each, text) => each.classList.toggle("is-today", dayOf(text) === today),
    "data-relative": (each, text) => show(each, describe(dayOf(text)).relative),
    "data-until": (each, text) => count(each, "left", dayOf(text) - today + 1),
    "data-state": (each, text) => {
      const spans = readSpans(text);
      const state = stateOf(spans);
      show(each, state === "rest" ? describe(spans[0].day).relative : words[state]);
    },
    "data-since": (each, text) => {
      const late = each.dataset.due ? today - dayOf(each.dataset.due) : 0;
      for (const days of all(".elapsed-days", each)) count(days, "since", today - dayOf(text));
      for (const tag of all(".overdue", each)) show(tag, late > 0 ? say("overdue", { n: late }) : "");
    },
  };
  const showMarks = () => {
    const open = all("[data-window]").map(showWindow).filter(Boolean);
    for (const box of all("#open-now")) box.hidden = !refill(box.querySelector("ul"), open, true);
    for (const name of Object.keys(marks)) for (const each of all(`[${name}]`)) marks[name](each, each.getAttribute(name));
    /* A list of which nothing is left says so, or goes. */
    const isLeft = (list) => Array.from(list.children).some((item) => !item.hidden);
    for (const empty of all(".cards + .empty")) empty.hidden = isLeft(empty.previousElementSibling);
    for (const strip of all(".urgent")) strip.hidden = !all("ul", strip).some(isLeft);
  };

  let timer;
  const run = () => {
    now = readClock();
    today = Math.floor(now / DAY);
    next = (today + 1) * DAY;
    if (today !== turned) turnPage();
    showToday();
    showMarks();
    clearTimeout(timer);
    timer = setTimeout(run, (next - now) * 6e4 - (Date.now() % 6e4) + 50);
  };
  for (const hint of all("[data-wechat]")) hint.hidden = !/MicroMessenger/i.test(navigator.userAgent);
  run();
  document.addEventListener("visibilitychange", () => document.hidden || run());
  window.addEventListener("pageshow", (event) => event.persisted && run());
})();
