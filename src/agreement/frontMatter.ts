// Lines `key: <JSON>` between two lines `---` at the top of a Markdown file. JSON is YAML, so every reader of front matter understands them; ours believes nothing.
import { type Message, message } from '../base/message';

/** Ends with the line break after the closing line. Characters that are invisible, or that some reader takes for the end of a line, are written as escapes. */
export function frontMatterText(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value).replace(hidden, escaped)}\n`);
  return `---\n${lines.join('')}---\n`;
}

export type FrontMatter =
  | { readonly fields: Readonly<Record<string, unknown>>; readonly body: string }
  | { readonly refused: Message };

/** The fields and the text below them; a reason where there is no front matter of ours. Bounded, and throws for no text. */
export function frontMatterOf(text: string): FrontMatter {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const first = lineAt(text, start);
  if (first.line !== '---') return { refused: message('The file does not begin with the lines Milepost writes.') };
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let at = first.next;
  for (let count = 0; count <= mostLines; count++) {
    if (at > longest || at >= text.length) break;
    const { line, next } = lineAt(text, at);
    at = next;
    if (line === '---') return { fields, body: text.slice(at) };
    const found = /^([a-zA-Z]{1,40}): /.exec(line);
    const value = found ? parsed(line.slice(found[0].length)) : undefined;
    const key = found?.[1];
    if (key === undefined || value === undefined) return { refused: wrongLine(count + 2) };
    if (Object.hasOwn(fields, key))
      return { refused: message('“{key}” stands twice at the top of the file.', { key }) };
    fields[key] = value.json;
  }
  return { refused: message('What stands at the top of the file does not end.') };
}

/** Characters of the front matter, and its lines. */
const longest = 2_000_000;
const mostLines = 100;

const hidden = /[\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The line from `from` on, without its end, and where the next one begins. */
function lineAt(text: string, from: number): { readonly line: string; readonly next: number } {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  const line = text.slice(from, end);
  return { line: line.endsWith('\r') ? line.slice(0, -1) : line, next: end + 1 };
}

function parsed(json: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
}

function wrongLine(line: number): Message {
  return message('Line {line} of the file is not as Milepost writes it.', { line });
}
