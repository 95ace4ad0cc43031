// A user's text as one safe line for a label. Knows no editor and no markup.

/** One line without control, direction and zero-width characters, at most `limit` characters (an ellipsis tells of the cut). */
export function plain(text: string, limit = 200): string {
  // No label shows more than its limit, so a text of any length costs no more than a few times that.
  const start = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const line = suspect.test(start) ? fold(start) : start;
  return line.length <= limit ? line : `${line.slice(0, cutAt(line, limit))}…`;
}

/** One line of any length: line breaks and runs of blanks become one space, invisible and misleading characters go. */
export function fold(text: string): string {
  return text
    .replace(lineBreaks, ' ')
    .replace(invisible, '')
    .replace(joiners, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/ {2,}/g, ' ')
    .trim();
}

// Anything but printable ASCII without double blanks, and common letters without marks above ASCII, is looked at closely.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const suspect = /[\u0000-\u001F\u007F-\u00A0\u00AD]|[^\u0000-\u024F]|^ | $| {2}/;
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// C0 and C1 controls, direction marks and overrides, zero-width characters, invisible tags.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  /[\u0000-\u001F\u007F-\u009F\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
// The two joiners stay where writing needs them: inside emoji and in scripts that join their letters.
const joiners =
  /(?<!\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}])[\u200C\u200D]/gu;

function cutAt(line: string, limit: number): number {
  const last = line.charCodeAt(limit - 2);
  return last >= 0xd800 && last <= 0xdbff ? limit - 2 : limit - 1;
}
