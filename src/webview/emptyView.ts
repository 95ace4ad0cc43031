// What stands where there are no rows: a sentence, and the button that helps. Also for rows that are all hidden by a filter.
import { clearFilter } from './arranging';
import type { Content } from './content';
import { el, putText, shownText } from './dom';
import { icon } from './icons';
import type { Panel } from './panel';

export interface EmptyView {
  readonly node: HTMLElement;
  readonly draw: (content: Content) => void;
  readonly connect: (panel: Panel) => void;
}

export function emptyView(): EmptyView {
  const text = el('p', {});
  const button = el('button', { class: 'mp-button primary', type: 'button', hidden: '' });
  const node = el('div', { class: 'mp-empty', hidden: '' }, icon('calendar'), text, button);
  const draw: EmptyView['draw'] = ({ received, empty, word }) => {
    const isFiltered = received.count > 0;
    const label = isFiltered ? word('Clear filter') : empty.command && empty.label;
    putText(text, isFiltered ? word('No milestone fits the filter') : shownText(empty.text));
    putText(button, shownText(label ?? ''));
    button.toggleAttribute('hidden', label === undefined);
  };
  const connect: EmptyView['connect'] = (panel) => {
    button.addEventListener('click', () => {
      const { content } = panel;
      if (!content) return;
      if (content.received.count > 0) {
        clearFilter(panel);
        panel.focus();
      } else if (content.empty.command) panel.page.send({ type: 'run', command: content.empty.command });
    });
  };
  return { node, draw, connect };
}
