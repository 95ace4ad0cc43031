// What of a plan's text can be folded away, by its indentation, so that it works in the middle of a word too. Knows no field.

export interface Fold {
  /** Zero-based lines, both included. The first one stays visible. */
  readonly start: number;
  readonly end: number;
  readonly kind?: 'comment' | 'region';
}

/**
 * Every block of the text in the order of its first line: the editor leaves out what it would find itself as soon as one provider answers, so nothing
 * may be missing. A list whose dashes stand under the first letter of their key is folded by the key.
 */
export function foldsOf(text: string): readonly Fold[] {
  const lines = linesOf(text);
  const folds = [...blocks(lines), ...comments(lines), ...regions(lines)];
  return folds.sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Line {
  readonly is: 'content' | 'comment' | 'blank' | 'region' | 'endregion';
  /** Twice the indentation, and one more for a line that begins with the dash of a list. */
  readonly level: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  /** Inside a block text (`|`), the indentation that ends it. */
  let blockText = Number.POSITIVE_INFINITY;
  for (const written of text.split(/\r\n|\r|\n/)) {
    const indent = written.search(/[^ \t\uFEFF]/);
    if (indent < 0) {
      lines.push({ is: 'blank', level: 0 });
      continue;
    }
    if (indent > blockText) {
      // Whatever stands in it is text: neither a comment nor a block of its own.
      lines.push({ is: 'content', level: 2 * blockText + 2 });
      continue;
    }
    blockText = Number.POSITIVE_INFINITY;
    const line = lineOf(written, indent);
    lines.push(line);
    if (line.is === 'content' && opensBlockText(written)) blockText = parentOf(written, indent);
  }
  return lines;
}

function lineOf(written: string, indent: number): Line {
  if (written[indent] === '#') {
    const marker = /^#\s*(region|endregion)\b/.exec(written.slice(indent, indent + 40))?.[1];
    return { is: marker === 'region' || marker === 'endregion' ? marker : 'comment', level: 2 * indent };
  }
  const isItem = written[indent] === '-' && /^(?:[ \t]|$)/.test(written.slice(indent + 1, indent + 2));
  return { is: 'content', level: 2 * indent + (isItem ? 1 : 0) };
}

/** Whether a line ends in the sign of a block text, such as `description: |` or `- >- # why`. */
function opensBlockText(written: string): boolean {
  const comment = written.search(/[ \t]#/);
  const words = (comment < 0 ? written : written.slice(0, comment)).trim().split(/[ \t]+/);
  if (!/^[|>][-+0-9]{0,2}$/.test(words.at(-1) ?? '')) return false;
  const before = words.at(-2) ?? '';
  return /[:?-]$|^[&!]/.test(before);
}

/** The column that every line of a block text is right of: that of its key, or of its dash where it is an entry itself. */
function parentOf(written: string, indent: number): number {
  let column = indent;
  for (;;) {
    const next = written.slice(column).match(/^[-?][ \t]+(?=\S)/)?.[0].length;
    if (next === undefined || /^[|>&!]/.test(written.slice(column + next))) return column;
    column += next;
  }
}

function* blocks(lines: readonly Line[]): Generator<Fold> {
  const open: { readonly start: number; readonly level: number }[] = [];
  let last = -1;
  const close = function* (level: number, until: number): Generator<Fold> {
    for (let block = open.at(-1); block && block.level >= level; block = open.at(-1)) {
      open.pop();
      const end = withComments(lines, last, until, block.level);
      if (end > block.start) yield { start: block.start, end };
    }
  };
  for (const [at, { is, level }] of lines.entries()) {
    if (is !== 'content') continue;
    yield* close(level, at);
    open.push({ start: at, level });
    last = at;
  }
  yield* close(0, lines.length);
}

/** Comments behind the last line of a block belong to it as far as they are indented like its content. */
function withComments(lines: readonly Line[], last: number, until: number, level: number): number {
  let end = last;
  for (let at = last + 1; at < until; at++) {
    const line = lines[at];
    if (line?.is === 'blank') continue;
    if (!line || line.level <= level) break;
    end = at;
  }
  return end;
}

/** Two and more comments below each other. */
function* comments(lines: readonly Line[]): Generator<Fold> {
  let start = -1;
  for (let at = 0; at <= lines.length; at++) {
    if (lines[at]?.is === 'comment') {
      if (start < 0) start = at;
      continue;
    }
    if (start >= 0 && at - 1 > start) yield { start, end: at - 1, kind: 'comment' };
    start = -1;
  }
}

function* regions(lines: readonly Line[]): Generator<Fold> {
  const open: number[] = [];
  for (const [at, { is }] of lines.entries()) {
    if (is === 'region') open.push(at);
    const start = is === 'endregion' ? open.pop() : undefined;
    if (start !== undefined) yield { start, end: at, kind: 'region' };
  }
}
