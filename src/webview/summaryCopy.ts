// Puts a summary on the clipboard: as rich text for programs that take it, and as Markdown for all others. Knows no message.
import type { PageSummary } from '../protocol/summaryPage';
import { el } from './dom';
import { drawBlocks } from './summaryBlocks';

/** False where the platform or its rules do not let a page do it. */
export async function copyRich(summary: PageSummary): Promise<boolean> {
  try {
    const blob = (type: string, text: string) => new Blob([text], { type });
    const item = new ClipboardItem({
      'text/html': blob('text/html', richText(summary)),
      'text/plain': blob('text/plain', summary.markdown),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

const styles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  table: { 'border-collapse': 'collapse', margin: '0 0 12px' },
  th: { padding: '4px 10px', border: '1px solid #c8c8c8', 'text-align': 'left', 'vertical-align': 'top' },
  td: { padding: '4px 10px', border: '1px solid #c8c8c8', 'vertical-align': 'top' },
  pre: { 'white-space': 'pre-wrap', 'font-family': 'monospace' },
};

/** Mail programs drop style sheets, so what a table needs stands with each cell. */
function richText({ blocks, locale }: PageSummary): string {
  const shown = blocks.filter(({ kind }) => kind !== 'source');
  const drawn = drawBlocks(shown, { figure: (text) => document.createTextNode(text), drawnElsewhere: '' });
  const root = el('div', { lang: locale }, ...drawn);
  for (const node of root.querySelectorAll<HTMLElement>('*')) {
    const isNumber = node.classList.contains('n');
    for (const name of ['class', 'tabindex', 'role', 'aria-label', 'title']) node.removeAttribute(name);
    for (const [name, value] of Object.entries(styles[node.tagName.toLowerCase()] ?? {}))
      node.style.setProperty(name, value);
    if (isNumber) node.style.setProperty('text-align', 'right');
  }
  return new XMLSerializer().serializeToString(root);
}
