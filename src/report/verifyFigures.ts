// Compares the Markdown of a summary with the document it should be, figure by figure. Knows no plan.
import { type Message, message } from '../base/message';
import type { Block, Document, Run, Runs, Trace } from './document';
import { documentMarkdown } from './documentMarkdown';
import { plain } from './plain';

export interface Compared {
  readonly findings: readonly Message[];
  /** Some line is not the one that was made. */
  readonly reworded: boolean;
}

/** A line as it should be: what stands between its figures, one more than there are figures. */
interface Line {
  readonly between: readonly string[];
  readonly figures: readonly { readonly text: string; readonly trace: Trace }[];
  readonly text: string;
}

/** `titleOf` finds the milestone of a figure. Somebody may have edited words: only figures count. */
export function differingFigures(
  body: string,
  document: Document,
  titleOf: (key: string) => string | undefined,
): Compared {
  const issued = linesOf(body.replace(marks, ''));
  const made = document.blocks.flatMap(linesOfBlock);
  const pairs = aligned(
    issued,
    made.map(({ text }) => text),
  );
  const findings: Message[] = [];
  for (const { left, right } of pairs) {
    const was = left === undefined ? undefined : issued[left];
    const line = right === undefined ? undefined : made[right];
    if (line) findings.push(...(was === undefined ? lacking(line) : differing(was, line, titleOf)));
    else if (was !== undefined && /\d/.test(was))
      findings.push(message('The plan gives no line “{line}”.', { line: plain(was, 120) }));
  }
  return { findings, reworded: pairs.length > 0 };
}

function lacking({ figures, text }: Line): readonly Message[] {
  return figures.length === 0 ? [] : [message('The summary lacks the line “{line}”.', { line: plain(text, 120) })];
}

function differing(
  was: string,
  { between, figures, text }: Line,
  titleOf: (key: string) => string | undefined,
): readonly Message[] {
  const found = fitted(was, between);
  if (!found) {
    // Other words: then every figure must stand in the line somewhere.
    let rest = was;
    const missing = figures.filter(({ text: figure }) => {
      const at = rest.indexOf(figure);
      if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + figure.length);
      return at < 0;
    });
    const isInvented = missing.length === 0 && numbersIn(rest) > numbersIn(between.join(' '));
    return missing.length === 0 && !isInvented
      ? []
      : [message('The summary says “{was}”, the plan says “{now}”.', { was: plain(was, 160), now: plain(text, 160) })];
  }
  return figures.flatMap(({ text: now, trace }, at) => {
    const own = found[at] ?? '';
    return own === now ? [] : [figureMessage(trace, own, now, titleOf)];
  });
}

function numbersIn(text: string): number {
  return [...text.matchAll(/\d+/g)].length;
}

function figureMessage(
  { key, field }: Trace,
  was: string,
  now: string,
  titleOf: (key: string) => string | undefined,
): Message {
  const args = { field: fieldName(field), was: plain(was, 80), now: plain(now, 80) };
  const title = key === '' ? undefined : titleOf(key);
  return title === undefined
    ? message('{field}: the summary says {was}, the plan says {now}.', args)
    : message('{field} of “{title}”: the summary says {was}, the plan says {now}.', { ...args, title });
}

function fieldName(field: string): Message {
  switch (field) {
    case 'due':
      return message('Due');
    case 'deadline':
      return message('Deadline');
    case 'forecast':
      return message('Forecast');
    case 'baseline':
      return message('Baseline');
    case 'completed':
      return message('Day of completion');
    case 'progress':
      return message('Progress');
    case 'amount':
      return message('Amount');
    case 'milestones':
      return message('Number of milestones');
    default:
      return message('Figure');
  }
}

/** What stands in the line where the figures should be; `undefined` where the words between them are others. Linear. */
function fitted(was: string, between: readonly string[]): readonly string[] | undefined {
  const [first = '', ...others] = between;
  if (!was.startsWith(first)) return undefined;
  let at = first.length;
  const found: string[] = [];
  for (const [number, part] of others.entries()) {
    const isLast = number === others.length - 1;
    const next = isLast ? was.length - part.length : part === '' ? -1 : was.indexOf(part, at + 1);
    if (next < at || (isLast && !was.endsWith(part))) return undefined;
    found.push(was.slice(at, next));
    at = next + part.length;
  }
  return others.length > 0 || was === first ? found : undefined;
}

const open = '\uE000';
const close = '\uE001';
/** A text of a plan may hold them too; there they say nothing. */
const marks = /[\uE000\uE001]/g;

/** Each line of the block as Markdown without its signs, parted at its figures. */
function linesOfBlock(block: Block): readonly Line[] {
  const figures: { readonly text: string; readonly trace: Trace }[] = [];
  const mark = (run: Run): Run => {
    if (typeof run === 'string') return run.replace(marks, '');
    if (run.kind !== 'figure') return { ...run, text: run.text.replace(marks, '') };
    return `${open}${figures.push({ text: clean(run.text), trace: run.trace }) - 1}${close}`;
  };
  const text = documentMarkdown({ title: '', locale: 'en', blocks: [withRuns(block, (runs) => runs.map(mark))] });
  return linesOf(text).map((line) => {
    const parts = line.split(/\uE000(\d{1,6})\uE001/);
    const own = parts.filter((_, at) => at % 2 === 1).flatMap((number) => figures[Number(number)] ?? []);
    const between = parts.filter((_, at) => at % 2 === 0);
    return { between, figures: own, text: between.map((part, at) => part + (own[at]?.text ?? '')).join('') };
  });
}

function withRuns(block: Block, change: (runs: Runs) => Runs): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: change(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'table':
      return { ...block, columns: block.columns.map((column) => ({ ...column, cells: column.cells.map(change) })) };
    default:
      return block;
  }
}

function linesOf(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .map(clean)
    .filter((line) => line !== '' && !/^[\s|:-]*$/.test(line));
}

/** Without the signs of Markdown, and with one kind of blank: what a person reads. */
function clean(line: string): string {
  return line
    .replace(/^\s*(?:#{1,6}|[-*+])\s+/, '')
    .replace(/\*\*/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) < 0x110000 ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Pair {
  readonly left?: number;
  readonly right?: number;
}

/** The lines that are not equal on both sides, as pairs by what they begin with and then by their order. */
function aligned(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const same = new Map<string, number[]>();
  right.forEach((line, at) => {
    same.set(line, [...(same.get(line) ?? []), at]);
  });
  const openRight = new Set(right.keys());
  const openLeft: number[] = [];
  left.forEach((line, at) => {
    const match = same.get(line)?.shift();
    if (match === undefined) openLeft.push(at);
    else openRight.delete(match);
  });
  const starts = new Map<string, number[]>();
  for (const at of openRight) starts.set(startOf(right[at]), [...(starts.get(startOf(right[at])) ?? []), at]);
  const pairs = openLeft.map((at): Pair => {
    const match = starts.get(startOf(left[at]))?.shift();
    if (match === undefined) return { left: at };
    openRight.delete(match);
    return { left: at, right: match };
  });
  return [...pairs, ...[...openRight].map((at): Pair => ({ right: at }))];
}

/** The title a line begins with, else its first words. */
function startOf(line = ''): string {
  const [title = ''] = line.split(/ – | \| (?=.)/);
  return title.length < line.length && title !== '|' ? title : line.split(' ').slice(0, 2).join(' ');
}
