// Texts of a picture: encoded for XML, measured without a page, shortened to a width. Knows no rows.

/** A text as it can stand in an element or in a quoted attribute of XML and of HTML alike: encoded, one line, without what no XML may hold or a reader cannot see. */
export function xmlText(text: string): string {
  if (!suspect.test(text)) return text;
  return text
    .replace(breaks, ' ')
    .replace(misleading, '')
    .replace(notXml, '\uFFFD')
    .replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const suspect = /[^ -~\u00A0-\u024F]|[&<>"'`]/;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// Controls, direction marks and overrides, invisible signs.
const misleading =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
/** Halves of pairs and the noncharacters that XML 1.0 does not allow. */
const notXml = /[\p{Surrogate}\uFFFE\uFFFF]/gu;

/**
 * Pixels a text takes at most, in a font without serifs: by the widths of DejaVu Sans, the widest of those that systems show for `sans-serif`,
 * so that a text has its room whichever of them draws it.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += advance(text.charCodeAt(at));
  return Math.ceil((sum * size * (bold ? boldShare : 1)) / 100);
}

const boldShare = 1.13;

// Hundredths of the size, of the characters from the space to the tilde.
const latin = [
  ...[32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34],
  ...[84, 84, 84, 56, 102, 68, 69, 72, 77, 67, 61, 78, 75, 29, 50, 67, 57, 90, 75, 79, 67, 79, 72, 67, 61, 73, 68, 99],
  ...[69, 67, 69, 39, 34, 39, 84, 56, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52],
  ...[39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84],
];

/** Of one UTF-16 unit; a pair, such as an emoji, counts as two. */
function advance(code: number): number {
  if (code < 0x7f) return latin[code - 32] ?? 0;
  if (code >= 0x300 && code <= 0x36f) return 0;
  const common = others.get(code);
  if (common !== undefined) return common;
  if (code < 0x250) return 78;
  if (code < 0x370) return 64;
  // Of Greek and Cyrillic, the capitals among which there are wide ones.
  if (code < 0x530) return code >= 0x400 && code < 0x430 ? 108 : 92;
  if (code < 0x1100) return 80;
  if (code >= 0xd800 && code <= 0xdfff) return 70;
  return code >= 0xfb50 && code <= 0xfdff ? 160 : 104;
}

const others: ReadonlyMap<number, number> = new Map([
  ...[...'àáâãäåāăąèéêëēęěòóôõöøōùúûüūůñńňßþð'].map((sign) => [sign.charCodeAt(0), 64] as const),
  ...[...'ìíîïīıłľ'].map((sign) => [sign.charCodeAt(0), 36] as const),
  ...[...'çćčšśşžźżýÿğ'].map((sign) => [sign.charCodeAt(0), 62] as const),
  ...[...'·’‘‚,\u00A0'].map((sign) => [sign.charCodeAt(0), 36] as const),
  ...[...'“”„–«»'].map((sign) => [sign.charCodeAt(0), 62] as const),
  ...[...'аеёикнопрсухцьэязгтвбчйл'].map((sign) => [sign.charCodeAt(0), 68] as const),
]);

/** The text, or as much of its beginning as fits into `width`, with an ellipsis; nothing where not even that fits. */
export function shortened(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const share = (size * (bold ? boldShare : 1)) / 100;
  const room = width - textWidth('…', size, bold) - 1;
  let sum = 0;
  let end = 0;
  while (end < text.length) {
    sum += advance(text.charCodeAt(end)) * share;
    if (sum > room) break;
    end++;
  }
  // Not in the middle of a pair.
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end--;
  const cut = text.slice(0, end).trimEnd();
  return cut === '' ? '' : `${cut}…`;
}
