// Markdown out of texts nobody may trust: whatever they hold, they stay text. Knows no plan.
import { fold } from './plain';

/**
 * The text as Markdown that shows exactly that text wherever it stands, even at the start of a line.
 * Line breaks become spaces, control and direction characters go, and only what could act as Markdown, HTML, a link, a formula or an icon is escaped.
 */
export function escapeMarkdown(text: string): string {
  return escapeInline(text)
    .replace(/^(?=[>#]|[-+](?:[ -]|$)|=+$|:-)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\');
}

/** The same for text that never starts a line: in a heading, in bold, in a table cell, in a label, after other words. */
export function escapeInline(text: string): string {
  return fold(text)
    .replace(/[\\`*[\]~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;|#?\w*$)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\$(?!\d)/g, '\\$')
    .replace(/\/(?=\/)/g, '/\\')
    .replace(/(?<=\S)@(?=\S)/g, '\\@')
    .replace(dotsOfAddresses, '\\.')
    .replace(/(^| )(#+)$/, '$1\\$2');
}

/** Prose of several paragraphs as escaped paragraphs, cut at `limit` characters. */
export function escapeParagraphs(text: string, limit = 10_000): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut
    .split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*/)
    .map(escapeLines)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** A paragraph as one line, but a written list stays a list: one item a line. */
function escapeLines(paragraph: string): string {
  const [before = '', ...items] = paragraph.split(/^[^\S\r\n]*[-*+][^\S\r\n]+/m);
  const list = items.map((text) => `- ${escapeMarkdown(text)}`).join('\n');
  return [escapeMarkdown(before), list].filter((part) => part !== '').join('\n\n');
}

export function bold(text: string): string {
  const escaped = escapeInline(text);
  return escaped === '' ? '' : `**${escaped}**`;
}

/** A link whose address was checked with `openable`. Brackets are encoded, because marked takes their backslashes away in a label. */
export function link(text: string, address: string): string {
  const label = escapeInline(text).replace(/\\(.)/g, (escaped, character: string) => brackets[character] ?? escaped);
  return `[${label}](<${address}>)`;
}

const brackets: Readonly<Record<string, string>> = { '[': '&#91;', ']': '&#93;' };

// What programs that turn bare addresses into links take for one: `www.` and a name before a known ending.
const endings =
  'biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]+|a[c-gil-oq-uwxz]|b[abd-jmnorstvwyz]|c[acdf-ik-oruvwxyz]|d[ejkmoz]|e[cegr-u]|f[ijkmor]|g[abd-il-npqrstuwy]|h[kmnrtu]|i[del-oq-t]|j[emop]|k[eghimnprwyz]|l[abcikr-vy]|m[acdeghk-z]|n[acefgilopruz]|om|p[ae-hk-nrstwy]|qa|r[eosuw]|s[a-eg-or-vxyz]|t[cdfghj-ortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]';
const dotsOfAddresses = new RegExp(`(?<=www)\\.|(?<=\\S)\\.(?=(?:${endings})(?![\\p{L}\\p{N}]))`, 'giu');
