// The search index in the browser. Each part is a script that calls linliSearch("…"), for a page
// opened from a disk may not fetch; generator/render/search.py makes them and says how they are
// packed. Holds the documents and, for pinyin, how characters are read. ES2017 at most, for old
// browsers in WeChat.
(() => {
  "use strict";
  const fromBase91 = (text, start) => {
    const value = (i) => (text[i] === "!" ? 57 : text.charCodeAt(i) - 35);
    const bytes = new Uint8Array(((text.length - start) * 13) >> 4);
    let [bits, held, at] = [0, 0, 0];
    for (let i = start; i < text.length; i += 2) {
      held = (held << 13) | (value(i) * 91 + value(i + 1));
      for (bits += 13; bits >= 8; bytes[at++] = held >> bits) bits -= 8;
      held &= (1 << bits) - 1;
    }
    return bytes;
  };

  // LZMA as in its specification, with lc=3, lp=0, pb=0; the size is known, so no end is looked for.
  const unpack = (packed, size) => {
    const out = new Uint8Array(size);
    // Where the adaptive odds of each decision stand in one array.
    const [MATCH, REP, REP0, REP1, REP2, LONG, SLOT, SPECIAL, ALIGN, LENGTH, REPLENGTH, LITERAL] =
      [0, 12, 24, 36, 48, 60, 72, 328, 456, 472, 746, 1020];
    const odds = new Uint16Array(LITERAL + 8 * 768).fill(1024);
    let [range, code, at] = [0xffffffff, 0, 1];
    while (at < 5) code = ((code << 8) | packed[at++]) >>> 0;

    const shift = () => {
      if (range >= 0x1000000) return;
      range = (range << 8) >>> 0;
      code = ((code << 8) | packed[at++]) >>> 0;
    };
    const bit = (i) => {
      const bound = (range >>> 11) * odds[i];
      const one = code >= bound ? 1 : 0;
      if (one) {
        range -= bound;
        code -= bound;
        odds[i] -= odds[i] >> 5;
      } else {
        range = bound;
        odds[i] += (2048 - odds[i]) >> 5;
      }
      shift();
      return one;
    };
    const tree = (base, depth) => {
      let node = 1;
      for (let i = 0; i < depth; i++) node = (node << 1) | bit(base + node);
      return node - (1 << depth);
    };
    const reversed = (base, depth) => {
      let [node, value] = [1, 0];
      for (let i = 0; i < depth; i++) {
        const one = bit(base + node);
        node = (node << 1) | one;
        value |= one << i;
      }
      return value;
    };
    const readLength = (base) => {
      if (!bit(base)) return tree(base + 2, 3);
      return bit(base + 1) ? 16 + tree(base + 18, 8) : 8 + tree(base + 10, 3);
    };
    const readDistance = (length) => {
      const slot = tree(SLOT + Math.min(length, 3) * 64, 6);
      if (slot < 4) return slot;
      const depth = (slot >> 1) - 1;
      const start = (2 | (slot & 1)) << depth;
      if (slot < 14) return start + reversed(SPECIAL + start - slot, depth);
      let direct = 0;
      for (let i = 4; i < depth; i++) {
        range >>>= 1;
        direct = (direct << 1) | (code >= range ? 1 : 0);
        if (direct & 1) code -= range;
        shift();
      }
      return start + (direct << 4) + reversed(ALIGN, 4);
    };

    let [state, end] = [0, 0];
    const far = [0, 0, 0, 0]; // the last four distances, the newest first
    const literal = () => {
      const base = LITERAL + (end ? out[end - 1] >> 5 : 0) * 768;
      let node = 1;
      // After a match the byte is not the one that would have gone on with it.
      for (let other = state < 7 ? 0 : out[end - far[0] - 1]; state >= 7 && node < 256; ) {
        const expected = (other >> 7) & 1;
        other <<= 1;
        const one = bit(base + ((1 + expected) << 8) + node);
        node = (node << 1) | one;
        if (one !== expected) break;
      }
      while (node < 256) node = (node << 1) | bit(base + node);
      out[end++] = node;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    };
    const again = () => {
      if (!bit(REP0 + state)) {
        if (bit(LONG + state)) return readLength(REPLENGTH);
        state = state < 7 ? 9 : 11;
        return -1;
      }
      const which = !bit(REP1 + state) ? 1 : !bit(REP2 + state) ? 2 : 3;
      far.unshift(far.splice(which, 1)[0]);
      return readLength(REPLENGTH);
    };
    while (end < size) {
      if (!bit(MATCH + state)) {
        literal();
        continue;
      }
      let length;
      if (bit(REP + state)) {
        length = again();
        if (length >= 0) state = state < 7 ? 8 : 11;
      } else {
        length = readLength(LENGTH);
        state = state < 7 ? 7 : 10;
        far.pop();
        far.unshift(readDistance(length));
      }
      for (const stop = Math.min(end + length + 2, size); end < stop; end++) out[end] = out[end - far[0] - 1];
    }
    return out;
  };

  // Full-width and capital letters are found as plain ones, traditional characters as simplified
  // ones. One unit stays one unit, so that a place in the folded text is the same place in the text
  // that is shown.
  const simplified = new Map();
  const foldUnit = (unit) => {
    if (unit === 0x3000) return 32;
    const half = unit > 0xff00 && unit < 0xff5f ? unit - 0xfee0 : unit;
    const lower = String.fromCharCode(half).toLowerCase();
    return lower.length === 1 ? simplified.get(lower.charCodeAt(0)) || lower.charCodeAt(0) : half;
  };
  const toText = (units) => {
    let text = "";
    for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode.apply(null, units.subarray(i, i + 8192));
    return text;
  };
  const fold = (text) => toText(Uint16Array.from(text, (_, i) => foldUnit(text.charCodeAt(i))));

  const FIELDS = "address kind category past day last title names owner place text".split(" ");
  const documents = [];
  const texts = []; // of each part: its folded text, where the lines of documents start, their numbers
  const readings = {};
  const heads = new Uint32Array(65536); // of each character, with which letters it may be read

  const readPart = (part) => {
    const space = part.indexOf(" ");
    const bytes = unpack(fromBase91(part, space + 1), +part.slice(0, space));
    const unit = (i) => bytes[2 * i] | (bytes[2 * i + 1] << 8);
    const letters = unit(0);
    const alphabet = new Uint16Array(letters);
    for (let i = 0; i < letters; i++) alphabet[i] = unit(1 + i);
    const start = letters + 2 + 2 * unit(letters + 1);
    for (let i = letters + 2; i < start; i += 2) simplified.set(unit(i), unit(i + 1));
    const foldedAlphabet = alphabet.map(foldUnit);
    const single = 256 - Math.max(0, Math.ceil((letters - 256) / 255));
    const [shown, plain] = [new Uint16Array(bytes.length), new Uint16Array(bytes.length)];
    let count = 0;
    for (let i = 2 * start; i < bytes.length; i++, count++) {
      let rank = bytes[i];
      if (rank >= single) rank = single + ((rank - single) << 8) + bytes[++i];
      shown[count] = alphabet[rank];
      plain[count] = foldedAlphabet[rank];
    }
    const lines = toText(shown.subarray(0, count)).split("\n");
    const plainText = toText(plain.subarray(0, count));
    const plainLines = plainText.split("\n");
    lines[0].replace(/(.)([a-z,]+)/g, (_, character, ways) => {
      readings[character] = Array.from(new Set((readings[character] || []).concat(ways.split(","))));
      heads[character.charCodeAt(0)] = readings[character].reduce((all, reading) => all | headOf(reading), 0);
    });
    simplified.forEach((one, other) => {
      const [shown, plain] = [other, one].map((each) => String.fromCharCode(each));
      if (readings[plain]) [readings[shown], heads[other]] = [readings[plain], heads[one]];
    });
    const starts = new Uint32Array(lines.length); // the last is the end
    for (let i = 1; i <= starts.length; i++) starts[i - 1] = (i > 1 ? starts[i - 2] : 0) + plainLines[i - 1].length + 1;
    texts.push({ text: plainText, starts, first: documents.length });
    for (let i = 1; i < lines.length; i++) {
      const [fields, folded] = [lines[i].split("\t"), plainLines[i].split("\t")];
      const record = { plain: {} };
      FIELDS.forEach((name, n) => {
        record[name] = fields[n];
        record.plain[name] = folded[n];
      });
      documents.push(record);
    }
    spelled.clear(); // there are more readings now
  };

  // The numbers of the documents in whose line a text stands, in their order.
  const findLines = (sought) => {
    const found = [];
    for (const { text, starts, first } of texts) {
      let line = 0;
      for (let at = text.indexOf(sought, starts[0]); at >= 0; at = text.indexOf(sought, starts[line])) {
        while (starts[line] <= at) line++;
        found.push(first + line - 1);
      }
    }
    return found;
  };

  // --- pinyin ------------------------------------------------------------------------------

  // How many characters from a place are read as these letters: hx, hexie and hexiaoqu for 和谐小区.
  // Syllables cut short may stand anywhere from three letters on, else at the start of a name.
  const spell = (text, at, letters, whole) => {
    if (!letters) return 0;
    for (const reading of readings[text[at]] || []) {
      const heads = [reading];
      if (!whole) heads.push(/^[zcs]h/.test(reading) ? reading.slice(0, 2) : "", reading[0]);
      if (reading.startsWith(letters) && (!whole || letters.length > 1)) heads.push(letters);
      for (const head of heads) {
        if (!head || !letters.startsWith(head)) continue;
        const rest = spell(text, at + 1, letters.slice(head.length), whole);
        if (rest >= 0) return rest + 1;
      }
    }
    return -1;
  };
  const headOf = (letters) => 1 << (letters.charCodeAt(0) - 97);
  const lookSpelled = (text, letters) => {
    const head = headOf(letters);
    for (let at = 0; at < text.length; at++) {
      if (!(heads[text.charCodeAt(at)] & head)) continue;
      const start = !at || !readings[text[at - 1]];
      const length = spell(text, at, letters, !start && letters.length < 3);
      if (length > 0) return { at, length, start };
    }
    return null;
  };
  // What was found for the same letters: owners, places and compounds come again and again.
  let [spelled, lastLetters] = [new Map(), ""];
  const findSpelled = (text, letters) => {
    if (letters !== lastLetters) [spelled, lastLetters] = [new Map(), letters];
    if (!spelled.has(text)) spelled.set(text, lookSpelled(text, letters));
    return spelled.get(text);
  };

  window.linliSearch = Object.assign(readPart, { documents, findLines, findSpelled, fold });
})();
