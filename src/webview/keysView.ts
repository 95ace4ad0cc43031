// The list of keys, in a dialog of its own.
import type { Content } from './content';
import { el, put } from './dom';
import { icon } from './icons';
import { keyGroups } from './keys';

export interface KeysDialog {
  readonly node: HTMLDialogElement;
  /** Puts the words in, in the language of the content. */
  readonly draw: (content: Content) => void;
  readonly show: () => void;
}

/** A modal dialog: the browser keeps the focus in it, Escape closes it and the focus goes back. */
export function keysDialog(): KeysDialog {
  const title = el('h2', { id: 'mp-keys-title' });
  const close = el('button', { class: 'mp-button icon', type: 'button' }, icon('close'));
  const groups = el('div', { class: 'mp-key-groups' });
  const node = el(
    'dialog',
    { class: 'mp-keys', 'aria-labelledby': 'mp-keys-title' },
    el('header', {}, title, close),
    groups,
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
  const draw = ({ word }: Content) => {
    if (words === word) return;
    words = word;
    title.textContent = word('Keys');
    put(close, 'aria-label', word('Close'));
    const made = keyGroups.map(({ title: name, keys }) =>
      el('section', {}, el('h3', {}, word(name)), el('dl', {}, ...keys.map(([each, does]) => row(each, word(does))))),
    );
    const wheel = row([word('Scroll wheel')], word('with Shift sideways, with Ctrl or Cmd to zoom'));
    made[1]?.lastElementChild?.append(wheel);
    groups.replaceChildren(...made);
  };
  return { node, draw, show: () => node.open || node.showModal() };
}

function row(keys: readonly string[], does: string): HTMLElement {
  return el('div', {}, el('dt', {}, ...keys.map((key) => el('kbd', {}, key))), el('dd', {}, does));
}
