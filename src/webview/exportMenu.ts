// The export's choices, of what is shown or of the whole plan. The host makes the file; the page only tells what it shows.
import { type ExportFormat, exportFormats, type Shown, type ToPanel } from '../protocol/messages';
import type { PanelWord } from '../protocol/words';
import { refAt } from './content';
import type { MenuEntry } from './menu';
import type { Panel } from './panel';
import { isWaiting } from './waiting';

const formatWords: Readonly<Record<ExportFormat, PanelWord>> = {
  svg: 'SVG picture',
  png: 'PNG picture',
  html: 'Web page with table',
};

export function exportEntries(panel: Panel): readonly MenuEntry[] {
  const { content } = panel;
  if (!content) return [];
  const entry = (format: ExportFormat, what: PanelWord, shown: () => Shown | undefined): MenuEntry => ({
    label: `${content.word(formatWords[format])} – ${content.word(what)}`,
    run: () => {
      const part = shown();
      panel.page.send({ type: 'export', format, ...(part ? { shown: part } : {}) });
    },
  });
  return [
    ...exportFormats.map((format) => entry(format, 'what is shown', () => shownOf(panel))),
    'line',
    ...exportFormats.map((format) => entry(format, 'the whole plan', () => undefined)),
  ];
}

/** The host asks for what is shown, because the person chose so outside of the page. */
export function exportsShown(panel: Panel): (message: ToPanel) => void {
  return (message) => {
    if (message.type !== 'exportShown') return;
    const shown = shownOf(panel);
    if (shown) panel.page.send({ type: 'export', format: message.format, shown });
  };
}

function shownOf({ content, settings, view, size }: Panel): Shown | undefined {
  if (!content || isWaiting(content)) return undefined;
  const { start, pxPerDay } = view.scale;
  return {
    arrangement: settings.arrangement,
    collapsed: [...content.collapsed].flatMap((row) => refAt(content.rows, row) ?? []),
    from: Math.floor(start),
    to: Math.ceil(start + size.width / pxPerDay),
  };
}
