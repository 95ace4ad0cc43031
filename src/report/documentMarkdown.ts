// A document as Markdown. Every text stays text; the encoder of it is that of markdown.ts.
import type { Block, Document, Run, Runs } from './document';
import { cleanRuns, isMarked, textOf } from './documentRuns';
import { openable } from './links';
import { escapeInline, escapeMarkdown, escapeParagraphs, link } from './markdown';
import { mermaidFence } from './mermaid';

/** Ends with one line break. */
export function documentMarkdown({ blocks }: Document): string {
  const written = blocks.map((block, at) => blockText(block, blocks[at - 1], blocks[at + 1]));
  return `${written.filter((text) => text !== '').join('\n\n')}\n`;
}

function blockText(block: Block, before: Block | undefined, after: Block | undefined): string {
  switch (block.kind) {
    case 'heading': {
      const text = inlineMarkdown(block.runs);
      return text === '' ? '' : `${'#'.repeat(block.level)} ${text}`;
    }
    case 'paragraph':
      return lineMarkdown(block.runs);
    case 'list':
      return listText(block.items, isList(before) || after?.kind === 'prose' ? '*' : '-');
    case 'prose':
      return escapeParagraphs(block.text);
    case 'table':
      return tableText(block);
    case 'mermaid':
      return mermaidFence(block.source);
  }
}

/** Two lists one after the other are one list to Markdown unless their signs differ. */
function isList(block: Block | undefined): boolean {
  return block?.kind === 'list' || block?.kind === 'prose';
}

function listText(items: readonly Runs[], sign: '-' | '*'): string {
  return items
    .map(lineMarkdown)
    .filter((text) => text !== '')
    .map((text) => `${sign} ${text}`)
    .join('\n');
}

/** One line a row. Without rows, nothing. */
function tableText({ columns }: Extract<Block, { readonly kind: 'table' }>): string {
  const rows = columns[0]?.cells.length ?? 0;
  if (rows === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cells = columns.map((column) => column.cells.map((runs) => inlineMarkdown(runs, true)));
  return [
    line(columns.map(({ head }) => escapeInline(head))),
    line(columns.map(({ align }) => (align === 'right' ? '--:' : '---'))),
    ...Array.from({ length: rows }, (_, row) => line(cells.map((column) => column[row] ?? ''))),
  ].join('\n');
}

function lineMarkdown(runs: Runs): string {
  return encoded(cleanRuns(runs), escapeMarkdown, false);
}

function inlineMarkdown(runs: Runs, inTable = false): string {
  return encoded(cleanRuns(runs), escapeInline, inTable);
}

/** Neighbouring runs without markup are escaped as one text, because what acts may stand across their border. */
function encoded(runs: Runs, escapeFirst: (text: string) => string, inTable: boolean): string {
  let written = '';
  let text = '';
  const flush = (next?: Run) => {
    const lead = /^ /.exec(text) ? ' ' : '';
    const tail = /\S $/.exec(text) ? ' ' : '';
    const escaped = written === '' ? escapeFirst(text) : escapeInline(text);
    written = joined(written, lead + escaped + tail, next);
    text = '';
  };
  for (const run of runs) {
    if (!isMarked(run)) {
      text += textOf(run);
      continue;
    }
    if (text !== '') flush(run);
    written = joined(written, marked(run, inTable), undefined);
  }
  if (text !== '') flush();
  return written;
}

function marked(run: Exclude<Run, string>, inTable: boolean): string {
  switch (run.kind) {
    case 'strong':
    case 'figure':
      return strong(run.text);
    case 'code':
      return code(run.text, inTable);
    case 'link':
      return openable(run.href) === undefined ? escapeInline(run.text) : link(run.text, run.href);
  }
}

/** Blanks at the ends of bold text would keep its signs from acting. */
function strong(text: string): string {
  const inner = escapeInline(text);
  return `${/^ /.test(text) ? ' ' : ''}${inner === '' ? '' : `**${inner}**`}${/ $/.test(text) ? ' ' : ''}`;
}

function code(text: string, inTable: boolean): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  // A bar ends a cell even inside code, unless it is escaped; elsewhere the backslash would be seen. Readers differ on two backslashes.
  return `${fence}${space}${inTable ? text.replace(/(?<=\\)\|/g, ' |').replaceAll('|', '\\|') : text}${space}${fence}`;
}

/** Whatever stands before and after bold signs must let them act (CommonMark 0.31, 6.2), and a `!` before a link would make it a picture. */
function joined(before: string, text: string, next: Run | undefined): string {
  let fitting = text;
  if (before.endsWith('**') && /^[\p{L}\p{N}]/u.test(text)) fitting = entity(text, 0);
  if (typeof next === 'object' && (next.kind === 'strong' || next.kind === 'figure'))
    fitting = fitting.replace(/[\p{L}\p{N}]$/u, (sign) => `&#${sign.codePointAt(0)};`);
  if (typeof next === 'object' && next.kind === 'link') fitting = fitting.replace(/!$/, '\\!');
  return before + fitting;
}

function entity(text: string, at: number): string {
  const [sign = ''] = [...text.slice(at)];
  return `&#${sign.codePointAt(0)};${text.slice(at + sign.length)}`;
}
