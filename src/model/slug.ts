// Ids of milestones: what may be one, and the one that follows from a title. Knows no file.

/** The longest id; a longer one is no name any more. */
const longest = 200;

const written = /^[\p{L}\p{Nd}._-][\p{L}\p{Nd}\p{M}._-]*$/u;

/** Whether a text can be an id: letters and digits of any script, `.`, `_` and `-`, at most 200 of them. */
export function isId(text: string): boolean {
  if (text.length > longest) return false;
  // Of nearly all ids this alone can be said, in a fraction of the time.
  return /^[A-Za-z0-9._-]+$/.test(text) || (written.test(text) && text === text.normalize('NFC'));
}

/** A letter or digit with the marks that belong to it, such as the vowel signs of Devanagari, but not those that only style a sign. */
const kept = /[\p{L}\p{Nd}](?:(?![\uFE00-\uFE0F\u20E3])\p{M})*/gu;

/** The id that follows from a title: lower case, letters and digits of any script, everything else one `-`; `milestone` when nothing is left. */
export function slugOf(title: string): string {
  const lower = title
    .slice(0, 4 * longest)
    .toLowerCase()
    .normalize('NFC');
  let slug = '';
  let end = 0;
  for (const part of lower.matchAll(kept)) {
    if (slug && part.index > end) slug += '-';
    if (slug.length + part[0].length > longest / 2) break;
    slug += part[0];
    end = part.index + part[0].length;
  }
  return slug.replace(/-$/, '') || 'milestone';
}
