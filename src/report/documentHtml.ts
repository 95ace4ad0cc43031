// A document as one page that can be mailed and printed on one sheet. No script, nothing to load; every text is encoded here.
import type { Block, Document, DocumentColumn, Run, Runs, Trace } from './document';
import { htmlPage, htmlText } from './documentPage';
import { cleanRuns, proseParts, textOf } from './documentRuns';
import { documentStyle } from './documentStyle';
import { openable } from './links';

export interface HtmlOptions {
  /** Where a figure comes from, such as `website.milestones.yaml:12`, shown when the pointer rests on it. */
  readonly trace?: (trace: Trace) => string | undefined;
}

type Figure = (text: string, trace: Trace) => string;

/** A Mermaid block needs a script and is left out. */
export function documentHtml({ title, locale, blocks }: Document, options: HtmlOptions = {}): string {
  const figure: Figure = (text, trace) => {
    const place = options.trace?.(trace);
    return place === undefined
      ? htmlText(text)
      : `<span class="figure" title="${htmlText(place)}">${htmlText(text)}</span>`;
  };
  const body = blocks
    .map((block, at) => blockHtml(block, figure, headingBefore(blocks, at)))
    .filter((html) => html !== '');
  return htmlPage({ title, locale, style: documentStyle, body: body.join('\n') });
}

/** What a table is called for those who hear it. */
function headingBefore(blocks: readonly Block[], at: number): string {
  const before = blocks[at - 1];
  return before?.kind === 'heading' ? cleanRuns(before.runs).map(textOf).join('') : '';
}

function blockHtml(block: Block, figure: Figure, name: string): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, runsHtml(block.runs, figure));
    case 'paragraph':
      return element('p', runsHtml(block.runs, figure));
    case 'list':
      return listHtml(block.items.map((runs) => runsHtml(runs, figure)));
    case 'prose':
      return proseHtml(block.text);
    case 'table':
      return tableHtml(block.columns, figure, name);
    case 'mermaid':
      return '';
  }
}

function element(name: string, inner: string): string {
  return inner === '' ? '' : `<${name}>${inner}</${name}>`;
}

function listHtml(items: readonly string[]): string {
  const lines = items.map((inner) => element('li', inner)).filter((html) => html !== '');
  return lines.length === 0 ? '' : `<ul>\n${lines.join('\n')}\n</ul>`;
}

function proseHtml(text: string): string {
  const groups: { readonly items: boolean; readonly texts: string[] }[] = [];
  for (const part of proseParts(text)) {
    const items = part.kind === 'item';
    const last = groups.at(-1);
    if (items && last?.items) last.texts.push(htmlText(part.text));
    else groups.push({ items, texts: [htmlText(part.text)] });
  }
  return groups.map(({ items, texts }) => (items ? listHtml(texts) : element('p', texts.join('')))).join('\n');
}

function runsHtml(runs: Runs, figure: Figure): string {
  return cleanRuns(runs)
    .map((run) => runHtml(run, figure))
    .join('');
}

function runHtml(run: Run, figure: Figure): string {
  if (typeof run === 'string') return htmlText(run);
  const text = htmlText(run.text);
  switch (run.kind) {
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'code':
      return `<code>${text}</code>`;
    case 'link':
      return openable(run.href) === undefined
        ? text
        : `<a href="${htmlText(run.href)}" rel="noopener noreferrer">${text}</a>`;
    case 'figure':
      return run.strong ? `<strong>${figure(run.text, run.trace)}</strong>` : figure(run.text, run.trace);
  }
}

function tableHtml(columns: readonly DocumentColumn[], figure: Figure, name: string): string {
  const rows = columns[0]?.cells.length ?? 0;
  if (rows === 0) return '';
  const heads = columns.map(({ head, align }) => `<th scope="col"${classOf(align)}>${htmlText(head)}</th>`);
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = columns.map(({ align, cells }, at) => {
      const inner = runsHtml(cells[row] ?? [], figure);
      return at === 0 ? `<th scope="row">${inner}</th>` : `<td${classOf(align, cells[row])}>${inner}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const label = name === '' ? '' : ` aria-label="${htmlText(name)}"`;
  return `<div class="wide"><table${label}>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table></div>`;
}

/** A date or an amount alone stays on one line. */
function classOf(align: DocumentColumn['align'], [only, ...others]: Runs = []): string {
  if (align === 'right') return ' class="n"';
  return others.length === 0 && typeof only === 'object' && only.kind === 'figure' ? ' class="one"' : '';
}
