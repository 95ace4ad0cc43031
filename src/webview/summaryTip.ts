// Says where a figure comes from, beside it: while the pointer rests on it, or it has the focus. Escape hides it.
import { el, putText } from './dom';

export interface Tip {
  readonly node: HTMLElement;
  /** Shows the text for this element for as long as it is pointed at or has the focus. */
  readonly belongsTo: (target: HTMLElement, text: string) => void;
  readonly hide: () => void;
}

const hideMs = 120;

export function makeTip(): Tip {
  const node = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: '' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLElement | undefined;
  const hide = () => {
    clearTimeout(timer);
    shown = undefined;
    node.hidden = true;
  };
  // The pointer may move on to the tip itself.
  const hideSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, hideMs);
  };
  const show = (target: HTMLElement, text: string) => {
    clearTimeout(timer);
    shown = target;
    putText(node, text);
    node.hidden = false;
    place(node, target);
  };
  node.addEventListener('pointerenter', () => clearTimeout(timer));
  node.addEventListener('pointerleave', hideSoon);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && shown) hide();
  });
  document.addEventListener('scroll', () => shown && place(node, shown), { capture: true, passive: true });
  return {
    node,
    hide,
    belongsTo: (target, text) => {
      target.addEventListener('pointerenter', () => show(target, text));
      target.addEventListener('focus', () => show(target, text));
      target.addEventListener('pointerleave', () => document.activeElement !== target && hideSoon());
      target.addEventListener('blur', hide);
    },
  };
}

/** Above the figure, or below where there is no room; never out of the window. */
function place(node: HTMLElement, target: HTMLElement): void {
  const box = target.getClientRects()[0] ?? target.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = node;
  const left = Math.max(6, Math.min(box.left + box.width / 2 - width / 2, innerWidth - width - 6));
  const above = box.top - height - 6;
  node.style.left = `${left}px`;
  node.style.top = `${above > 6 ? above : box.bottom + 6}px`;
}
