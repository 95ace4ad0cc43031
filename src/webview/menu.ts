// The menus of the page, one kind for all: entries, choices, menus inside, keys, and the focus goes back. Knows nothing of what the entries do.
import { el, put, shownText } from './dom';
import { icon } from './icons';
import { nextChoice, typedChoice } from './menuKeys';
import { type Anchor, closeWhenLeft, placePopup } from './popup';

export interface MenuItem {
  readonly label: string;
  /** The key that does the same. */
  readonly hint?: string;
  /** One of several that exclude each other, or something that is on or off. */
  readonly choice?: { readonly kind: 'radio' | 'checkbox'; readonly on: boolean };
  readonly disabled?: boolean;
  readonly run?: () => void;
  /** Makes it open a menu of its own. */
  readonly items?: () => readonly MenuEntry[];
}

export type MenuEntry = MenuItem | 'line';

export interface MenuOpening {
  readonly label: string;
  readonly entries: () => readonly MenuEntry[];
  readonly anchor: Anchor;
  /** Opened by a key: the first entry has the focus at once. */
  readonly byKey: boolean;
  readonly closed?: () => void;
  /** Gives the focus back; without, it goes where it was. */
  readonly back?: () => void;
}

export interface Menus {
  readonly open: (opening: MenuOpening) => void;
  readonly close: () => void;
  /** What an open menu is about has changed. */
  readonly refresh: () => void;
  readonly isOpen: () => boolean;
}

/** One open menu; the last one of the stack has the focus. */
interface Level {
  readonly node: HTMLElement;
  readonly opening: MenuOpening;
  items: readonly MenuItem[];
  nodes: readonly HTMLElement[];
  /** The entry of the menu before, which opened it. */
  readonly opener: HTMLElement | undefined;
}

const typingMs = 700;

/** @param takesFocus is called before a menu takes the focus */
export function menus(root: HTMLElement, takesFocus: () => void): Menus {
  let stack: Level[] = [];
  let back: HTMLElement | undefined;
  let unwatch: (() => void) | undefined;
  let typed = { text: '', at: 0 };

  const drop = (from: number) => {
    for (const level of stack.slice(from)) {
      level.node.remove();
      level.opener?.setAttribute('aria-expanded', 'false');
    }
    stack = stack.slice(0, from);
  };
  const close = (focusBack = true) => {
    const first = stack[0];
    if (!first) return;
    const hadFocus = stack.some(({ node }) => node.contains(document.activeElement));
    drop(0);
    unwatch?.();
    unwatch = undefined;
    if (focusBack && hadFocus) {
      if (first.opening.back) first.opening.back();
      else if (back?.isConnected) back.focus({ preventScroll: true });
    }
    back = undefined;
    first.opening.closed?.();
  };
  const add = (opening: MenuOpening, side: 'below' | 'beside', opener?: HTMLElement) => {
    const node = el('div', { class: 'mp-menu', role: 'menu', tabindex: '-1', 'aria-label': opening.label });
    const level: Level = { node, opening, opener, items: [], nodes: [] };
    fill(level);
    typed = { text: '', at: 0 };
    stack.push(level);
    opener?.setAttribute('aria-expanded', 'true');
    node.addEventListener('keydown', (event) => key(event, level));
    node.addEventListener('click', (event) => {
      const at = indexOf(level, event.target);
      if (at >= 0) choose(level, at, false);
    });
    node.addEventListener('pointermove', (event) => hover(level, indexOf(level, event.target)));
    node.addEventListener('contextmenu', (event) => event.preventDefault());
    root.append(node);
    placePopup(node, opening.anchor, side);
    focusEntry(level, opening.byKey ? 0 : -1);
  };
  const choose = (level: Level, at: number, byKey: boolean) => {
    const item = level.items[at];
    const node = level.nodes[at];
    if (!item || !node || item.disabled) return;
    if (!item.items) {
      close();
      item.run?.();
      return;
    }
    const place = stack.indexOf(level);
    if (stack[place + 1]?.opener === node) return;
    drop(place + 1);
    add({ label: item.label, entries: item.items, anchor: node.getBoundingClientRect(), byKey }, 'beside', node);
  };
  const hover = (level: Level, at: number) => {
    const node = level.nodes[at];
    if (!node || document.activeElement === node) return;
    const place = stack.indexOf(level);
    const isOpener = stack[place + 1]?.opener === node;
    if (!isOpener) drop(place + 1);
    focusEntry(level, at);
    if (!isOpener && level.items[at]?.items) choose(level, at, false);
  };
  const key = (event: KeyboardEvent, level: Level) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = focusedIn(level);
    const isInner = stack.indexOf(level) > 0;
    if (event.key === 'Escape' || (event.key === 'ArrowLeft' && isInner)) {
      // The pointer may have opened a menu inside without going there: it closes first.
      const top = stack.at(-1);
      if (stack.length > 1 && top) {
        drop(stack.length - 1);
        top.opener?.focus();
      } else close();
    } else if (event.key === 'Tab') close();
    else if (event.key === 'Enter' || event.key === ' ') choose(level, at, true);
    else if (event.key === 'ArrowRight') {
      if (level.items[at]?.items) choose(level, at, true);
    } else if (!go(event.key, level, at)) return;
    event.preventDefault();
  };
  const go = (pressed: string, level: Level, at: number): boolean => {
    let to = nextChoice(level.items.length, at, pressed);
    if (to === undefined && pressed.length === 1) {
      const now = performance.now();
      typed = { text: now - typed.at > typingMs ? pressed : typed.text + pressed, at: now };
      to = typedChoice(level.items, at, typed.text);
    }
    if (to === undefined) return false;
    drop(stack.indexOf(level) + 1);
    focusEntry(level, to);
    return true;
  };
  return {
    open: (opening) => {
      close();
      takesFocus();
      back = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
      add(opening, 'below');
      unwatch = closeWhenLeft((node) => stack.some((level) => level.node.contains(node)), close);
    },
    close: () => close(),
    refresh: () => {
      for (const level of stack) refill(level);
    },
    isOpen: () => stack.length > 0,
  };
}

function indexOf({ nodes }: Level, target: EventTarget | null): number {
  return target instanceof Node ? nodes.findIndex((node) => node.contains(target)) : -1;
}

function focusedIn({ nodes }: Level): number {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? nodes.indexOf(activeElement) : -1;
}

function focusEntry({ node, nodes }: Level, at: number): void {
  (nodes[at] ?? node).focus({ preventScroll: at < 0 });
}

/** Keeps the focus on the entry it is on. */
function refill(level: Level): void {
  const at = focusedIn(level);
  const had = level.node.contains(document.activeElement);
  // A menu inside belongs to an entry that would be made anew.
  if (level.nodes.some((node) => node.getAttribute('aria-expanded') === 'true')) return;
  fill(level);
  if (had) focusEntry(level, Math.min(at, level.nodes.length - 1));
}

function fill(level: Level): void {
  const entries = level.opening.entries();
  const made = entries.map((entry) =>
    entry === 'line' ? el('div', { class: 'mp-menu-line', role: 'separator' }) : entryNode(entry),
  );
  level.items = entries.flatMap((entry) => (entry === 'line' ? [] : [entry]));
  level.nodes = made.filter((_, at) => entries[at] !== 'line');
  level.node.replaceChildren(...made);
}

function entryNode({ label, hint, choice, disabled, items }: MenuItem): HTMLElement {
  const mark = el('span', { class: 'mp-menu-mark', 'aria-hidden': 'true' });
  if (choice?.on) mark.append(icon('check'));
  const text = el('span', { class: 'mp-menu-text' }, shownText(label));
  const node = el('div', { class: 'mp-menu-item', tabindex: '-1' }, mark, text);
  put(node, 'role', choice ? `menuitem${choice.kind}` : 'menuitem');
  if (choice) put(node, 'aria-checked', String(choice.on));
  if (disabled) put(node, 'aria-disabled', 'true');
  if (hint) {
    node.append(el('kbd', { 'aria-hidden': 'true' }, hint));
    put(node, 'aria-keyshortcuts', hint);
  }
  if (items) {
    put(node, 'aria-haspopup', 'menu');
    put(node, 'aria-expanded', 'false');
    node.append(icon('chevron'));
  }
  return node;
}
