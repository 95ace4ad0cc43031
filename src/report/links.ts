// Which addresses written in a plan may be opened by a click. Opens nothing.

/** The address when a click may open it: `https:` without a user name, or `mailto:`; `undefined` for any other text. */
export function openable(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2000 || unsafe.test(url)) return undefined;
  return web.test(url) || mail.test(url) ? url : undefined;
}

// Blanks, quotes, controls, backslashes and invisible characters have no place in an address and hide where it leads.
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  /[\u0000-\u0020\u007F-\u00A0"'<>\\^`{|}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|\p{Surrogate}/u;
const web = /^https:\/\/[^\s/?#@:]+(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const mail = /^mailto:[^\s@?]+@[^\s@?]+$/i;
