// A document as plain text for an e-mail: lines that fit any window, aligned tables, no markup signs.
import type { Block, Document, DocumentColumn, Run, Runs } from './document';
import { cleanRuns, proseParts, textOf } from './documentRuns';
import { widthOf, wrapped } from './documentWidth';
import { colonIn } from './languages';
import { openable } from './links';
import { fold } from './plain';

const width = 76;

/** Ends with one line break. A Mermaid block is no text for a reader and is left out. */
export function documentText({ blocks, locale }: Document): string {
  const colon = colonIn(locale);
  let text = '';
  let kind: Block['kind'] | undefined;
  blocks.forEach((block, at) => {
    const own = blockLines(block, blocks[at + 1], colon).join('\n');
    if (own === '') return;
    // The heading of a part stands right above it.
    const gap =
      kind === undefined ? '' : kind === 'heading' && text.includes('\n') && block.kind !== 'heading' ? '\n' : '\n\n';
    text += gap + own;
    kind = block.kind;
  });
  return `${text}\n`;
}

function blockLines(block: Block, after: Block | undefined, colon: string): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return heading(block, after, colon);
    case 'paragraph':
      return paragraph(lineOf(block.runs));
    case 'list':
      return block.items.flatMap((runs) => item(lineOf(runs)));
    case 'prose':
      return prose(block.text);
    case 'table':
      return table(block.columns, colon);
    case 'mermaid':
      return [];
  }
}

function heading(
  { level, runs }: Extract<Block, { readonly kind: 'heading' }>,
  after: Block | undefined,
  colon: string,
): readonly string[] {
  const text = lineOf(runs);
  const leads = level > 1 && (after?.kind === 'list' || after?.kind === 'table') && /[\p{L}\p{N})]$/u.test(text);
  return paragraph(leads ? text + colon : text);
}

/** A line that begins like a quotation or a list gets a blank before it (RFC 3676, 4.4), so that no program takes it for one. */
function paragraph(text: string): readonly string[] {
  const stuffed = /^(?:[-–*+=_#>|~]|\d{1,9}[.)] |From )/.test(text) ? ` ${text}` : text;
  return wrapped(stuffed, width);
}

function item(text: string): readonly string[] {
  return text === '' ? [] : wrapped(text, width, '- ', '  ');
}

function prose(text: string): readonly string[] {
  const parts = proseParts(text);
  return parts.flatMap((part, at) => {
    if (part.kind === 'item') return [...(parts[at - 1]?.kind === 'paragraph' ? [''] : []), ...item(part.text)];
    return [...(at === 0 ? [] : ['']), ...paragraph(part.text)];
  });
}

function lineOf(runs: Runs): string {
  return cleanRuns(runs).map(runText).join('').trim();
}

/** Addresses stand in angle brackets, which tell every mail program where they end (RFC 3986, appendix C). */
function runText(run: Run): string {
  if (typeof run === 'string' || run.kind !== 'link' || openable(run.href) === undefined) return textOf(run);
  return run.text === run.href ? `<${run.href}>` : `${run.text} <${run.href}>`;
}

interface TextColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
  readonly width: number;
}

/** No column of texts gets narrower than this. */
const narrowest = 14;

/** Side by side where it fits, with long heads and first cells on several lines; else one part a row with a line for each value. */
function table(columns: readonly DocumentColumn[], colon: string): readonly string[] {
  const all = columns.map(({ head, align, cells }): TextColumn => {
    const texts = cells.map(lineOf);
    const name = fold(head);
    return { head: name, align, cells: texts, width: Math.max(...[...name.split(' '), ...texts].map(widthOf)) };
  });
  const rows = all[0]?.cells.length ?? 0;
  if (rows === 0) return [];
  const fitting = fitted(all);
  return fitting ? aligned(fitting, rows) : listed(all, rows, colon);
}

/** The first column gives way. */
function fitted(columns: readonly TextColumn[]): readonly TextColumn[] | undefined {
  const over = columns.reduce((sum, each) => sum + each.width + 2, -2) - width;
  const [first, ...others] = columns;
  if (over <= 0 || !first) return columns;
  const left = first.width - over;
  return left < narrowest ? undefined : [{ ...first, width: left }, ...others];
}

function aligned(columns: readonly TextColumn[], rows: number): readonly string[] {
  const lines = (cell: (column: TextColumn) => string): readonly string[] => {
    const parts = columns.map((column) => wrapped(cell(column), column.width));
    const height = Math.max(1, ...parts.map((part) => part.length));
    return Array.from({ length: height }, (_, line) =>
      columns
        .map((column, at) => padded(parts[at]?.[line] ?? '', column))
        .join('  ')
        .trimEnd(),
    );
  };
  const rule = columns.map((column) => '-'.repeat(column.width)).join('  ');
  return [
    ...lines(({ head }) => head),
    rule,
    ...Array.from({ length: rows }, (_, row) => lines(({ cells }) => cells[row] ?? '')).flat(),
  ];
}

function padded(text: string, { align, width: most }: TextColumn): string {
  const fill = ' '.repeat(Math.max(0, most - widthOf(text)));
  return align === 'right' ? fill + text : text + fill;
}

function listed(columns: readonly TextColumn[], rows: number, colon: string): readonly string[] {
  const [first, ...others] = columns;
  return Array.from({ length: rows }, (_, row) => {
    const values = others.flatMap(({ head, cells }) => {
      const value = cells[row] ?? '';
      return value === '' || value === '–' ? [] : [`${head}${colon} ${value}`];
    });
    return [...item(first?.cells[row] ?? ''), ...values.flatMap((text) => wrapped(text, width, '  ', '    '))];
  }).flat();
}
