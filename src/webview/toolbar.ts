// The toolbar: zoom levels, fit, zoom in and out, today, legend and keys. One tab stop, arrows inside.
import { levelPxPerDay, zoomLevels } from '../drawing/scale';
import type { PanelWord } from '../protocol/words';
import { fit, goToToday, showLegend, zoomStep, zoomTo } from './commands';
import { el, put, putText } from './dom';
import { type IconName, icon } from './icons';
import type { Panel } from './panel';

interface ToolButton {
  readonly node: HTMLButtonElement;
  readonly word: PanelWord;
  /** Shown as text; without, the word is the label of an icon. */
  readonly text?: HTMLElement;
  readonly run: (panel: Panel) => void;
  readonly pressed?: (panel: Panel) => boolean;
}

const levelWords = { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' } as const;

export interface Toolbar {
  readonly node: HTMLElement;
  readonly draw: (panel: Panel) => void;
  readonly connect: (panel: Panel) => void;
}

export function toolbar(showKeys: () => void): Toolbar {
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
    ...iconButton('Legend', 'legend', (panel) => showLegend(panel, !panel.legend)),
    pressed: (panel) => panel.legend,
  };
  const keys = iconButton('Keys', 'keys', showKeys);
  const buttons = [...levels, whole, out, into, today, legend, keys];
  const zoom = el('div', { class: 'mp-group', role: 'group' }, ...[...levels, whole].map(({ node }) => node));
  const node = el(
    'div',
    { class: 'mp-toolbar', role: 'toolbar' },
    zoom,
    out.node,
    into.node,
    today.node,
    el('span', { class: 'mp-gap' }),
    legend.node,
    keys.node,
  );
  roam(node, buttons);
  return { node, draw: (panel) => draw(node, zoom, { buttons, panel }), connect: (panel) => connect(buttons, panel) };
}

function isFitted({ view, content }: Panel): boolean {
  if (view.fitted !== 'first' || !content) return view.fitted === 'all';
  return content.opening.from === content.fit.from && content.opening.to === content.fit.to;
}

function textButton(word: PanelWord, rest: Pick<ToolButton, 'run' | 'pressed'>): ToolButton {
  const text = el('span');
  return { node: el('button', { class: 'mp-button', type: 'button' }, text), word, text, ...rest };
}

function iconButton(word: PanelWord, name: IconName, run: ToolButton['run']): ToolButton {
  return { node: el('button', { class: 'mp-button icon', type: 'button' }, icon(name)), word, run };
}

function connect(buttons: readonly ToolButton[], panel: Panel): void {
  for (const { node, run } of buttons) node.addEventListener('click', () => run(panel));
}

function draw(node: HTMLElement, zoom: HTMLElement, now: { buttons: readonly ToolButton[]; panel: Panel }): void {
  const { content } = now.panel;
  if (!content) return;
  put(node, 'aria-label', content.word('Timeline'));
  put(zoom, 'aria-label', content.word('Zoom'));
  for (const { node: button, word, text, pressed } of now.buttons) {
    if (text) putText(text, content.word(word));
    else put(button, 'aria-label', content.word(word));
    put(button, 'title', content.word(titles[word] ?? word));
    if (pressed) put(button, 'aria-pressed', String(pressed(now.panel)));
  }
}

const titles: Partial<Record<PanelWord, PanelWord>> = { Fit: 'Fit the whole plan', Today: 'Go to today' };

/** Left and right move among the buttons; Tab leaves. */
function roam(node: HTMLElement, buttons: readonly ToolButton[]): void {
  buttons.forEach(({ node: button }, at) => {
    button.tabIndex = at === 0 ? 0 : -1;
  });
  const move = (to: HTMLElement | undefined) => {
    if (!to) return;
    for (const { node: button } of buttons) button.tabIndex = button === to ? 0 : -1;
    to.focus();
  };
  node.addEventListener('focusin', (event) => {
    for (const { node: button } of buttons) button.tabIndex = button === event.target ? 0 : -1;
  });
  node.addEventListener('keydown', (event) => {
    const at = buttons.findIndex(({ node: button }) => button === document.activeElement);
    const targets: Record<string, number> = {
      ArrowRight: (at + 1) % buttons.length,
      ArrowLeft: (at + buttons.length - 1) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
    if (target === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    move(buttons[target]?.node);
  });
}
