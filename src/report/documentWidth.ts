// How wide a text stands in a fixed-width font, and lines broken to a width. Knows no document.

/** In columns: most East Asian characters and pictures take two, marks on other characters none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

function columnsOf(character: string): number {
  if (character <= '~') return 1;
  if (joins.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** What is drawn on or with the character before it. */
const joins = /^(?:\p{M}|\u200C|\u200D|[\u{1F3FB}-\u{1F3FF}])$/u;
// Unicode Standard Annex 11: the blocks that are wide or full-width throughout, and emoji shown as pictures.
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]$/u;

/** Lines of at most `width` columns; the first begins with `lead`, the others with `indent`. A word that is longer, such as an address, stays whole. */
export function wrapped(text: string, width: number, lead = '', indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = lead;
  let isEmpty = true;
  for (const unit of unitsOf(text)) {
    if (!isEmpty && widthOf((line + unit).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = indent;
      isEmpty = true;
    }
    line += isEmpty && lines.length > 0 ? unit.trimStart() : unit;
    isEmpty = false;
  }
  return isEmpty ? lines : [...lines, line.trimEnd()];
}

/**
 * Parts between which a line may end. A part that would look like the start of a list, a quotation or a heading at the start of a line
 * stays with the one before it, and writing without blanks may end after any wide character.
 */
function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  for (const word of text.match(/ *[^ ]+/g) ?? []) {
    const last = units.at(-1);
    if (last !== undefined && looksLikeStart.test(word)) units[units.length - 1] = last + word;
    else units.push(...wideParts(word));
  }
  return units;
}

const looksLikeStart = /^ *(?:[-–—*+=_#>|~]|\d{1,9}[.)]$|From$)/;

function wideParts(word: string): readonly string[] {
  if (widthOf(word) === word.length) return [word];
  const parts: string[] = [];
  for (const character of word) {
    const last = parts.at(-1);
    const endsWide = last !== undefined && wide.test([...last].at(-1) ?? '');
    if (last === undefined || last.trim() === '' || !endsWide || closes.test(character))
      parts[Math.max(0, parts.length - 1)] = (last ?? '') + character;
    else parts.push(character);
  }
  return parts;
}

/** What must not begin a line, and what belongs to the character before it. */
const closes = /^(?:\p{M}|\u200D|[\p{Pe}\p{Pf}、。，．！？：；ー])$/u;
