// Says above the rows that a plan's file cannot be read now, and offers to show what is wrong with it.
import { textAt } from '../report/timelineRows';
import type { Content } from './content';
import { el, putText, shownText } from './dom';
import { icon } from './icons';
import type { Panel } from './panel';

export interface StaleView {
  readonly node: HTMLElement;
  readonly connect: (panel: Panel) => void;
}

export function staleView(): StaleView {
  const text = el('span', {});
  const button = el('button', { class: 'mp-button bordered', type: 'button' });
  const node = el('div', { class: 'mp-stale', role: 'status', hidden: '' }, icon('warning'), text, button);
  let drawn: Content['received'] | undefined;
  const draw = ({ received, word }: Content) => {
    if (received === drawn) return;
    drawn = received;
    const row = received.stale.indexOf(1);
    node.toggleAttribute('hidden', row < 0);
    if (row < 0) return;
    const title = shownText(textAt(received.titles, row));
    putText(
      text,
      word('{title} cannot be read now; this is its last good state').replace('{title}', () => title),
    );
    putText(button, word('Show problems'));
  };
  const connect: StaleView['connect'] = (panel) => {
    panel.framed.add(() => panel.content && draw(panel.content));
    button.addEventListener('click', () => panel.page.send({ type: 'run', command: 'showProblems' }));
  };
  return { node, connect };
}
