// The toolbar: how rows are arranged, timeline or list, zoom, today, legend, keys and export. One tab stop, arrows inside.
import { levelPxPerDay, zoomLevels } from '../drawing/scale';
import type { PanelWord } from '../protocol/words';
import { anyOpen, foldAll, groupEntries, groupingWords, sortEntries, sortingWords } from './arranging';
import { fit, goToToday, showLegend, toggleAudience, zoomStep, zoomTo } from './commands';
import type { Content } from './content';
import { el, put, putText } from './dom';
import { exportEntries } from './exportMenu';
import { type IconName, icon } from './icons';
import type { MenuEntry, Menus } from './menu';
import type { Panel } from './panel';

interface ToolButton {
  readonly node: HTMLButtonElement;
  readonly word: PanelWord;
  /** Shown as text; without, the word is the label of an icon. */
  readonly text?: HTMLElement;
  readonly run: (panel: Panel, byKey: boolean) => void;
  readonly pressed?: (panel: Panel) => boolean;
  /** What it stands at, after the word. */
  readonly value?: (panel: Panel, content: Content) => string;
  /** Another word for what it would do now. */
  readonly now?: (panel: Panel) => PanelWord;
}

const levelWords = { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' } as const;

export interface Toolbar {
  readonly node: HTMLElement;
  readonly draw: (panel: Panel) => void;
  readonly connect: (panel: Panel) => void;
  readonly openSort: () => void;
  readonly openExport: () => void;
}

/** @param badge says that the rows are those a client may see */
export function toolbar(menus: Menus, badge: HTMLElement): Toolbar {
  const menuOf = (button: ToolButton, entries: (panel: Panel) => readonly MenuEntry[]) =>
    opening(menus, button, entries);
  const group = menuOf(valueButton('Group by', 'group', groupValue), groupEntries);
  const sort = menuOf(valueButton('Sort by', 'sort', sortValue), sortEntries);
  const fold: ToolButton = {
    ...iconButton('Collapse all', 'fold', foldAll),
    now: (panel) => (anyOpen(panel) ? 'Collapse all' : 'Expand all'),
  };
  const modes = (['timeline', 'list'] as const).map((mode) =>
    textButton(mode === 'list' ? 'List' : 'Timeline', {
      run: (panel) => panel.setMode(mode),
      pressed: (panel) => panel.settings.mode === mode,
    }),
  );
  const client: ToolButton = {
    ...iconButton('Client view', 'eye', toggleAudience),
    pressed: (panel) => panel.settings.audience === 'client',
  };
  const levels = zoomLevels.map((level) =>
    textButton(levelWords[level], {
      run: (panel) => zoomTo(panel, level),
      pressed: (panel) => !isFitted(panel) && panel.aim().pxPerDay === levelPxPerDay[level],
    }),
  );
  const whole = textButton('Fit', { run: fit, pressed: (panel) => isFitted(panel) });
  const out = iconButton('Zoom out', 'minus', (panel) => zoomStep(panel, -1));
  const into = iconButton('Zoom in', 'plus', (panel) => zoomStep(panel, 1));
  const today = textButton('Today', { run: goToToday });
  const legend: ToolButton = {
    ...iconButton('Legend', 'legend', (panel) => showLegend(panel, !panel.settings.legend)),
    pressed: (panel) => panel.settings.legend,
  };
  const save = menuOf(
    iconButton('Export', 'export', () => undefined),
    exportEntries,
  );
  const keys = iconButton('Keys', 'keys', (panel) => panel.chrome?.showKeys());
  const onlyTimeline = [...levels, whole, out, into, today, legend];
  const buttons = [group, sort, fold, ...modes, client, ...onlyTimeline, save, keys];
  const mode = groupOf(modes);
  const zoom = groupOf([...levels, whole]);
  const node = el(
    'div',
    { class: 'mp-toolbar', role: 'toolbar' },
    ...[group, sort, fold].map((each) => each.node),
    mode,
    client.node,
    badge,
    el('span', { class: 'mp-gap' }),
    zoom,
    ...[out, into, today, legend, save, keys].map((each) => each.node),
  );
  roam(node, buttons);
  let panel: Panel | undefined;
  return {
    node,
    draw: (drawn) => {
      const isList = drawn.settings.mode === 'list';
      for (const hidden of [zoom, ...[out, into, today, legend].map((each) => each.node)])
        hidden.toggleAttribute('hidden', isList);
      draw(node, { mode, zoom }, { buttons, panel: drawn });
    },
    connect: (to) => {
      panel = to;
      connect(buttons, to);
    },
    openSort: () => panel && sort.run(panel, true),
    openExport: () => panel && save.run(panel, true),
  };
}

/** A button that opens a menu below it. */
function opening(menus: Menus, button: ToolButton, entries: (panel: Panel) => readonly MenuEntry[]): ToolButton {
  put(button.node, 'aria-haspopup', 'menu');
  put(button.node, 'aria-expanded', 'false');
  const run = (panel: Panel, byKey: boolean) => {
    if (button.node.getAttribute('aria-expanded') === 'true') {
      menus.close();
      return;
    }
    menus.open({
      label: panel.content?.word(button.word) ?? '',
      entries: () => entries(panel),
      anchor: button.node.getBoundingClientRect(),
      byKey,
      closed: () => put(button.node, 'aria-expanded', 'false'),
    });
    put(button.node, 'aria-expanded', 'true');
  };
  return { ...button, run };
}

function groupValue({ settings }: Panel, { word }: Content): string {
  const { groupBy } = settings.arrangement;
  return word(groupingWords[groupBy]);
}

function sortValue({ settings }: Panel, { word }: Content): string {
  const { sortBy, descending } = settings.arrangement;
  return `${word(sortingWords[sortBy])}${descending ? ' ↓' : ''}`;
}

function isFitted({ view, content }: Panel): boolean {
  if (view.fitted !== 'first' || !content) return view.fitted === 'all';
  return content.opening.from === content.fit.from && content.opening.to === content.fit.to;
}

function groupOf(buttons: readonly ToolButton[]): HTMLElement {
  return el('div', { class: 'mp-group', role: 'group' }, ...buttons.map(({ node }) => node));
}

function textButton(word: PanelWord, rest: Pick<ToolButton, 'run' | 'pressed'>): ToolButton {
  const text = el('span');
  return { node: el('button', { class: 'mp-button', type: 'button' }, text), word, text, ...rest };
}

function iconButton(word: PanelWord, name: IconName, run: ToolButton['run']): ToolButton {
  return { node: el('button', { class: 'mp-button icon', type: 'button' }, icon(name)), word, run };
}

function valueButton(word: PanelWord, name: IconName, value: NonNullable<ToolButton['value']>): ToolButton {
  const text = el('span');
  const node = el('button', { class: 'mp-button value', type: 'button' }, icon(name), text);
  return { node, word, text, value, run: () => undefined };
}

function connect(buttons: readonly ToolButton[], panel: Panel): void {
  // A click without a pointer comes from Enter or Space.
  for (const { node, run } of buttons) node.addEventListener('click', (event) => run(panel, event.detail === 0));
}

function draw(
  node: HTMLElement,
  { mode, zoom }: { readonly mode: HTMLElement; readonly zoom: HTMLElement },
  now: { readonly buttons: readonly ToolButton[]; readonly panel: Panel },
): void {
  const { panel } = now;
  const { content } = panel;
  if (!content) return;
  put(node, 'aria-label', content.word('Timeline'));
  put(zoom, 'aria-label', content.word('Zoom'));
  put(mode, 'aria-label', content.word('Timeline or list'));
  for (const button of now.buttons) drawButton(button, panel, content);
}

function drawButton({ node, text, pressed, value, ...button }: ToolButton, panel: Panel, content: Content): void {
  const word = button.now?.(panel) ?? button.word;
  const said = content.word(titles[word] ?? word);
  if (value) {
    const shown = value(panel, content);
    if (text) putText(text, shown);
    put(node, 'aria-label', `${content.word(word)}: ${shown}`);
    put(node, 'title', `${content.word(word)}: ${shown}`);
  } else {
    if (text) putText(text, content.word(word));
    else put(node, 'aria-label', content.word(word));
    put(node, 'title', said);
  }
  if (pressed) put(node, 'aria-pressed', String(pressed(panel)));
}

const titles: Partial<Record<PanelWord, PanelWord>> = {
  Fit: 'Fit the whole plan',
  Today: 'Go to today',
  'Client view': 'Show only what a client may see',
};

/** Left and right move among the buttons; Tab leaves. */
function roam(node: HTMLElement, buttons: readonly ToolButton[]): void {
  const stop = (at: HTMLElement | null) => {
    for (const { node: button } of buttons) button.tabIndex = button === at ? 0 : -1;
  };
  stop(buttons[0]?.node ?? null);
  node.addEventListener('focusin', (event) => stop(event.target instanceof HTMLElement ? event.target : null));
  node.addEventListener('keydown', (event) => {
    const seen = buttons.filter(({ node: button }) => button.offsetParent !== null);
    const at = seen.findIndex(({ node: button }) => button === document.activeElement);
    const targets: Record<string, number> = {
      ArrowRight: (at + 1) % seen.length,
      ArrowLeft: (at + seen.length - 1) % seen.length,
      Home: 0,
      End: seen.length - 1,
    };
    const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
    if (target === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    seen[target]?.node.focus();
  });
}
