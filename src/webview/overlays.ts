// What lies over the drawing when asked for: the legend and the list of keys.
import { barPath, diamondPath, flagPath, floatPath, shortPath } from '../drawing/shapes';
import type { PanelWord } from '../protocol/words';
import { type RowState, rowStates } from '../report/timelineRows';
import type { Content } from './content';
import { el, put, svg } from './dom';
import { icon } from './icons';
import { keyHelp } from './keys';

const stateWords: Readonly<Record<RowState, PanelWord>> = {
  planned: 'Planned',
  'on-track': 'On track',
  'due-soon': 'Due soon',
  'at-risk': 'At risk',
  waiting: 'Waits for its turn',
  blocked: 'Blocked',
  late: 'Late',
  submitted: 'Submitted',
  done: 'Done',
  'on-hold': 'On hold',
  cancelled: 'Cancelled',
};

export interface Overlay {
  readonly node: HTMLElement;
  /** Puts the words in, in the language of the content. */
  readonly draw: (content: Content) => void;
}

export function legend(): Overlay {
  const node = el('section', { class: 'mp-legend', id: 'mp-legend-panel', hidden: '' });
  let words: Content['word'] | undefined;
  const draw = (content: Content) => {
    if (words === content.word) return;
    words = content.word;
    put(node, 'aria-label', words('Legend'));
    node.replaceChildren(list(content.word, 'States', stateSamples()), list(content.word, 'Marks', markSamples()));
  };
  return { node, draw };
}

type Sample = readonly [word: PanelWord, sample: Node, state: string];

function list(word: Content['word'], title: PanelWord, samples: readonly Sample[]): HTMLElement {
  const items = samples.map(([name, sample, state]) => el('li', { class: state }, sample, word(name)));
  return el('div', {}, el('h2', {}, word(title)), el('ul', {}, ...items));
}

function stateSamples(): Sample[] {
  return rowStates.map((state) => [stateWords[state], icon(state), `s-${state}`]);
}

function markSamples(): Sample[] {
  const sample = (...nodes: SVGElement[]) =>
    svg('svg', { class: 'mp-sample', viewBox: '0 0 34 18', 'aria-hidden': 'true' }, ...nodes);
  const track = svg('rect', { class: 'track', x: '.5', y: '3.5', width: '33', height: '11', rx: '4' });
  const done = svg('path', { class: 'done', d: 'M4 3H18V15H4Q0 15 0 11V7Q0 3 4 3z' });
  return [
    ['Bar with its progress', sample(track, done), 'bar s-on-track'],
    ['Milestone on one day', sample(svg('path', { class: 'diamond', d: diamondPath(17, 9, 7) })), 'bar s-on-track'],
    [
      'Overdue until today',
      sample(svg('rect', { class: 'tail', x: '2', y: '5.5', width: '30', height: '7', rx: '3' })),
      'bar s-late',
    ],
    ['Agreed date (baseline)', sample(svg('path', { class: 'ghost', d: `${diamondPath(8, 9, 5)}M12 11H32` })), 'bar'],
    ['Deadline', sample(svg('path', { class: 'flag', d: flagPath(14, 2, 14) })), 'bar'],
    [
      'Depends on',
      sample(svg('path', { class: 'arrow', d: 'M2 4H12Q14 4 14 6V11Q14 13 16 13H31M26.5 9.5L31 13L26.5 16.5' })),
      'bar',
    ],
    [
      'Forecast, where it is later',
      sample(
        svg('path', { class: 'forecast', d: barPath({ x: 14, width: 19, y: 3, height: 11 }) }),
        svg('rect', { class: 'track', x: '1.5', y: '3.5', width: '13', height: '10', rx: '4' }),
      ),
      'bar s-on-track',
    ],
    [
      'Float: can slip until here',
      sample(
        svg('path', { class: 'float', d: floatPath(14, 31, 11.5) }),
        svg('rect', { class: 'track', x: '1.5', y: '1.5', width: '13', height: '10', rx: '4' }),
      ),
      'bar s-on-track',
    ],
    [
      'Critical: a delay here delays the end',
      sample(
        svg('rect', { class: 'track', x: '3.5', y: '4.5', width: '27', height: '9', rx: '3' }),
        svg('rect', { class: 'critical', x: '2', y: '3', width: '30', height: '12', rx: '4' }),
      ),
      'bar s-on-track',
    ],
    ['Negative float: too late already', sample(svg('path', { class: 'short', d: shortPath(13, 9) })), 'bar'],
    [
      'More work than hours',
      sample(svg('rect', { class: 'over-band', x: '2', y: '5', width: '30', height: '8', rx: '2' })),
      'bar',
    ],
    ['Today', sample(svg('path', { class: 'today-line', d: 'M17 0V18' })), 'bar'],
  ];
}

export interface KeysDialog extends Overlay {
  readonly node: HTMLDialogElement;
  readonly show: () => void;
}

/** A modal dialog: the browser keeps the focus in it, Escape closes it and the focus goes back. */
export function keysDialog(): KeysDialog {
  const title = el('h2', { id: 'mp-keys-title' });
  const close = el('button', { class: 'mp-button icon', type: 'button' }, icon('close'));
  const rows = el('dl');
  const node = el(
    'dialog',
    { class: 'mp-keys', 'aria-labelledby': 'mp-keys-title' },
    el('header', {}, title, close),
    rows,
  );
  close.addEventListener('click', () => node.close());
  node.addEventListener('click', (event) => {
    if (event.target === node) node.close();
  });
  node.addEventListener('keydown', (event) => {
    if (event.key === '?') node.close();
    event.stopPropagation();
  });
  let words: Content['word'] | undefined;
  const draw = (content: Content) => {
    if (words === content.word) return;
    const { word } = content;
    words = word;
    title.textContent = word('Keys');
    put(close, 'aria-label', word('Close'));
    const wheel = row([word('Scroll wheel')], word('with Shift sideways, with Ctrl or Cmd to zoom'));
    rows.replaceChildren(...keyHelp.map(([keys, does]) => row(keys, word(does))), wheel);
  };
  return { node, draw, show: () => node.open || node.showModal() };
}

function row(keys: readonly string[], does: string): HTMLElement {
  return el('div', {}, el('dt', {}, ...keys.map((key) => el('kbd', {}, key))), el('dd', {}, does));
}
