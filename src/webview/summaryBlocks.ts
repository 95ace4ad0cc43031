// Draws the blocks of a summary, on the page or for the clipboard. Every text gets in as a text node; knows no plan and no message.
import type { PageBlock, PageColumn, PageRun } from '../protocol/summaryPage';
import { el } from './dom';

export interface Drawing {
  /** A figure with the number of its place. */
  readonly figure: (text: string, place: number) => Node;
  /** What stands below the source of a diagram. */
  readonly drawnElsewhere: string;
}

export function drawBlocks(blocks: readonly PageBlock[], drawing: Drawing): readonly Node[] {
  return blocks.flatMap((block, at) => drawBlock(block, drawing, nameBefore(blocks, at)));
}

/** What a table is called for those who hear it. */
function nameBefore(blocks: readonly PageBlock[], at: number): string {
  const before = blocks[at - 1];
  return before?.kind === 'heading' ? before.runs.map(textOf).join('') : '';
}

function drawBlock(block: PageBlock, drawing: Drawing, name: string): readonly Node[] {
  switch (block.kind) {
    case 'heading':
      return [el(`h${block.level}`, {}, ...drawRuns(block.runs, drawing))];
    case 'paragraph':
      return [el('p', {}, ...drawRuns(block.runs, drawing))];
    case 'list':
      return [el('ul', {}, ...block.items.map((runs) => el('li', {}, ...drawRuns(runs, drawing))))];
    case 'table':
      return [drawTable(block.columns, drawing, name)];
    case 'source':
      return [
        el(
          'figure',
          { class: 'source' },
          el('pre', { tabindex: '0', role: 'region', 'aria-label': name || drawing.drawnElsewhere }, block.text),
          el('figcaption', {}, drawing.drawnElsewhere),
        ),
      ];
    case 'markdown':
      return [el('pre', { class: 'written' }, block.text)];
  }
}

function drawTable(columns: readonly PageColumn[], drawing: Drawing, name: string): Node {
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const classOf = ({ align }: PageColumn): Record<string, string> => (align === 'right' ? { class: 'n' } : {});
  const heads = columns.map((column) => el('th', { scope: 'col', ...classOf(column) }, column.head));
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = columns.map((column, at) => {
      const inner = drawRuns(column.cells[row] ?? [], drawing);
      return at === 0 ? el('th', { scope: 'row' }, ...inner) : el('td', classOf(column), ...inner);
    });
    return el('tr', {}, ...cells);
  });
  const label: Record<string, string> = name === '' ? {} : { 'aria-label': name };
  const table = el('table', label, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...lines));
  return el('div', { class: 'wide', tabindex: '0', role: 'region', ...label }, table);
}

function drawRuns(runs: readonly PageRun[], drawing: Drawing): readonly Node[] {
  return runs.map((run) => drawRun(run, drawing));
}

function drawRun(run: PageRun, drawing: Drawing): Node {
  if (typeof run === 'string') return document.createTextNode(run);
  switch (run.kind) {
    case 'strong':
      return el('strong', {}, run.text);
    case 'code':
      return el('code', {}, run.text);
    case 'link':
      return isOpenable(run.href)
        ? el('a', { href: run.href, title: run.href, rel: 'noopener noreferrer' }, run.text)
        : document.createTextNode(run.text);
    case 'figure':
      return run.strong ? el('strong', {}, drawing.figure(run.text, run.place)) : drawing.figure(run.text, run.place);
  }
}

/** The host has looked at it closely; the page makes sure of the scheme once more. */
function isOpenable(href: string): boolean {
  return /^(?:https:\/\/|mailto:)[^\s"'<>\\]+$/i.test(href);
}

function textOf(run: PageRun): string {
  return typeof run === 'string' ? run : run.text;
}
