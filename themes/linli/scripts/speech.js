/* Reads the main text aloud, sentence by sentence, where the browser has a voice for the page's
   language. A pause begins the sentence again, for speech.pause() ends it on many phones. */
(() => {
  const speech = window.speechSynthesis;
  const opener = document.getElementById("read-aloud");
  const reader = document.getElementById("reader");
  if (!speech || !opener || !reader) return;
  const root = document.documentElement;
  const [pauser, goer, stopper] = ["pause", "go", "stop"].map((name) => document.getElementById("reader-" + name));

  /* Mandarin before other Chinese, voices of the device before those of the web. */
  const findVoice = () => {
    const primary = root.lang.split("-")[0].toLowerCase();
    const wanted = primary === "zh" ? ["zh-cn", "cmn", "zh-tw", "zh"] : [root.lang.toLowerCase(), primary];
    const voices = speech.getVoices().map((voice) => ({ voice, lang: voice.lang.replace(/_/g, "-").toLowerCase() }));
    voices.sort((one, two) => Number(two.voice.localService) - Number(one.voice.localService));
    for (const start of wanted) {
      const found = voices.find(({ lang }) => lang.startsWith(start));
      if (found) return found.voice;
    }
    return null;
  };

  /* --- what is read ----------------------------------------------------------------------- */

  const blockOf = (element) => {
    while (/^(inline|contents)/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  };

  /* Text nodes that are seen, those of one block together. */
  const findBlocks = () => {
    const blocks = [];
    const walker = document.createTreeWalker(document.getElementById("content"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("nav, script, button, .no-print, [aria-hidden=true]")) continue;
      if (!element.getClientRects().length) continue;
      const block = blockOf(element);
      const last = blocks[blocks.length - 1];
      if (last && last.block === block) last.nodes.push(node);
      else blocks.push({ block, nodes: [node] });
    }
    return blocks;
  };

  const rangeOf = (nodes, start, end) => {
    const range = document.createRange();
    let before = 0;
    for (const node of nodes) {
      const after = before + node.length;
      if (start >= before && start <= after) range.setStart(node, start - before);
      if (end > before && end <= after) range.setEnd(node, end - before);
      before = after;
    }
    return range;
  };

  /* Where the parts of a text begin and end. */
  const divide = (text, pattern, from) => {
    const found = [];
    for (let part = pattern.exec(text); part; part = pattern.exec(text))
      found.push([from + part.index, from + part.index + part[0].length]);
    return found;
  };

  /* Voices of the web fall silent within long sentences, so these are read clause by clause. */
  const findSentences = () => {
    const sentences = [];
    for (const { block, nodes } of findBlocks()) {
      const whole = nodes.map((node) => node.data).join("");
      const parts = divide(whole, /[^。！？；!?;]+[。！？；!?;]*[”’」』）]*/g, 0).map(([start, end]) =>
        end - start < 80 ? [[start, end]] : divide(whole.slice(start, end), /[^，,、：]+[，,、：]*/g, start)
      );
      for (const [start, end] of [].concat(...parts)) {
        const text = whole.slice(start, end).replace(/\s+/g, " ").trim();
        if (/[\p{L}\p{N}]/u.test(text)) sentences.push({ block, text, range: rangeOf(nodes, start, end) });
      }
    }
    return sentences;
  };

  /* --- reading ------------------------------------------------------------------------------ */

  let sentences = [];
  let at = 0;
  let current = null;

  const mark = (sentence) => {
    for (const marked of document.querySelectorAll(".is-read-aloud")) marked.classList.remove("is-read-aloud");
    if (window.CSS && CSS.highlights) CSS.highlights.delete("read-aloud");
    if (!sentence) return;
    sentence.block.classList.add("is-read-aloud");
    if (window.CSS && CSS.highlights) CSS.highlights.set("read-aloud", new Highlight(sentence.range));
    const box = sentence.range.getBoundingClientRect();
    if (box.top < 0 || box.bottom > reader.getBoundingClientRect().top) sentence.block.scrollIntoView({ block: "center" });
  };

  const hush = () => {
    current = null;
    speech.cancel();
  };

  const stop = () => {
    hush();
    mark(null);
    reader.hidden = true;
    root.classList.remove("is-reading");
    opener.setAttribute("aria-pressed", "false");
  };

  const say = () => {
    if (at >= sentences.length) return stop();
    mark(sentences[at]);
    const utterance = new SpeechSynthesisUtterance(sentences[at].text);
    utterance.voice = findVoice();
    utterance.lang = utterance.voice ? utterance.voice.lang : root.lang;
    utterance.rate = 0.9;
    const next = () => {
      if (utterance !== current) return;
      at += 1;
      say();
    };
    utterance.addEventListener("end", next);
    utterance.addEventListener("error", next);
    current = utterance;
    speech.speak(utterance);
  };

  const showPaused = (paused) => {
    pauser.hidden = paused;
    goer.hidden = !paused;
    (paused ? goer : pauser).focus();
  };

  opener.addEventListener("click", () => {
    if (!reader.hidden) return stop();
    sentences = findSentences();
    at = 0;
    reader.hidden = false;
    root.classList.add("is-reading");
    opener.setAttribute("aria-pressed", "true");
    showPaused(false);
    hush();
    say();
  });
  pauser.addEventListener("click", () => {
    hush();
    showPaused(true);
  });
  goer.addEventListener("click", () => {
    showPaused(false);
    say();
  });
  stopper.addEventListener("click", () => {
    stop();
    opener.focus();
  });
  window.addEventListener("pagehide", hush);

  const offer = () => {
    opener.hidden = !findVoice();
  };
  offer();
  /* Voices come late in some browsers. */
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  else speech.onvoiceschanged = offer;
})();
