// What lies over the drawing when asked for: the legend, in groups.
import { type AgreementMark, agreementIcons } from '../drawing/agreement';
import { barPath, diamondPath, flagPath, floatPath, shortPath } from '../drawing/shapes';
import type { PanelWord } from '../protocol/words';
import { rowStates } from '../report/timelineRows';
import type { Content } from './content';
import { el, put, svg } from './dom';
import { stateWords } from './groupWords';
import { icon } from './icons';

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
    node.replaceChildren(
      list(content.word, 'States', stateSamples()),
      list(content.word, 'Marks', markSamples()),
      list(content.word, 'Schedule', scheduleSamples()),
      list(content.word, 'Agreement and money', agreementSamples()),
    );
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

function sample(...nodes: SVGElement[]): SVGSVGElement {
  return svg('svg', { class: 'mp-sample', viewBox: '0 0 34 18', 'aria-hidden': 'true' }, ...nodes);
}

function markSamples(): Sample[] {
  const track = svg('rect', { class: 'track', x: '.5', y: '3.5', width: '33', height: '11', rx: '4' });
  const done = svg('path', { class: 'done', d: 'M4 3H18V15H4Q0 15 0 11V7Q0 3 4 3z' });
  const way = 'M2 4H12Q14 4 14 6V11Q14 13 16 13H31M26.5 9.5L31 13L26.5 16.5';
  return [
    ['Bar with its progress', sample(track, done), 'bar s-on-track'],
    ['Milestone on one day', sample(svg('path', { class: 'diamond', d: diamondPath(17, 9, 7) })), 'bar s-on-track'],
    ['Deadline', sample(svg('path', { class: 'flag', d: flagPath(14, 2, 14) })), 'bar'],
    ['Depends on', sample(svg('path', { class: 'arrow', d: way })), 'bar'],
    ['Today', sample(svg('path', { class: 'today-line', d: 'M17 0V18' })), 'bar'],
    ['Nobody works on these days', sample(svg('path', { class: 'closed sample', d: 'M11 0H23V18H11z' })), 'bar'],
  ];
}

function scheduleSamples(): Sample[] {
  const shortTrack = (y: string) => svg('rect', { class: 'track', x: '1.5', y, width: '13', height: '10', rx: '4' });
  const days = svg('text', { class: 'variance', x: '16', y: '8' });
  days.textContent = '+5';
  return [
    [
      'Overdue until today',
      sample(svg('rect', { class: 'tail', x: '2', y: '5.5', width: '30', height: '7', rx: '3' })),
      'bar s-late',
    ],
    ['Agreed date (baseline)', sample(svg('path', { class: 'ghost', d: `${diamondPath(8, 9, 5)}M12 11H32` })), 'bar'],
    [
      'Days later or earlier than agreed',
      sample(svg('path', { class: 'ghost', d: diamondPath(8, 9, 5) }), days),
      'bar',
    ],
    [
      'Forecast, where it is later',
      sample(svg('path', { class: 'forecast', d: barPath({ x: 14, width: 19, y: 3, height: 11 }) }), shortTrack('3.5')),
      'bar s-on-track',
    ],
    [
      'Float: can slip until here',
      sample(svg('path', { class: 'float', d: floatPath(14, 31, 11.5) }), shortTrack('1.5')),
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
  ];
}

const agreementWords: Readonly<Record<AgreementMark, PanelWord>> = {
  requested: 'Approval requested',
  approved: 'Approved',
  stale: 'Changed since it was approved',
  'changes-requested': 'Changes requested',
  rejected: 'Rejected',
  'pay-submitted': 'Payment requested',
  'pay-approved': 'Payment approved',
  'pay-released': 'Payment released',
  'pay-disputed': 'Payment disputed',
};

function agreementSamples(): Sample[] {
  return agreementIcons.map((mark) => {
    const shape = icon(mark);
    put(shape, 'class', `mp-icon mark ${mark}`);
    return [agreementWords[mark], shape, ''];
  });
}
