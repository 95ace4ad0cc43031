// Makes elements and reuses them. Text gets in as text nodes and attributes only, never as markup.

type Attributes = Readonly<Record<string, string>>;

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const name in attributes) node.setAttribute(name, attributes[name] ?? '');
  node.append(...children);
  return node;
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[Tag] {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const name in attributes) node.setAttribute(name, attributes[name] ?? '');
  node.append(...children);
  return node;
}

/** Writes an attribute only when it differs, so that an unchanged frame costs no style work. */
export function put(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

export function putText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

const unseen = /[\p{Cc}\p{Bidi_Control}]/gu;

/** A text from a file as it may be shown in one line: no control characters, no bidirectional overrides, at most `most` characters. */
export function shownText(text: string, most = 200): string {
  return (text.length > most ? `${text.slice(0, most - 1)}…` : text).replace(unseen, ' ');
}

interface Slot {
  readonly node: HTMLElement | SVGElement;
}

export interface Pool<S extends Slot> {
  readonly sync: (keys: readonly number[], write: (slot: S, index: number) => void) => void;
  readonly get: (key: number) => S | undefined;
}

/** Elements by key: what stays keeps its element, what leaves gives its element to what enters, spare ones are hidden. */
export function pool<S extends Slot>(parent: Element, make: () => S): Pool<S> {
  let used = new Map<number, S>();
  const spare: S[] = [];
  const sync: Pool<S>['sync'] = (keys, write) => {
    const next = new Map<number, S>();
    for (const key of keys) {
      const slot = used.get(key);
      if (!slot) continue;
      next.set(key, slot);
      used.delete(key);
    }
    const leaving = [...used.values()];
    keys.forEach((key, index) => {
      const slot = next.get(key) ?? leaving.pop() ?? shown(spare.pop()) ?? added(parent, make());
      next.set(key, slot);
      write(slot, index);
    });
    for (const slot of leaving) slot.node.setAttribute('hidden', '');
    spare.push(...leaving);
    used = next;
  };
  return { sync, get: (key) => used.get(key) };
}

function shown<S extends Slot>(slot: S | undefined): S | undefined {
  slot?.node.removeAttribute('hidden');
  return slot;
}

function added<S extends Slot>(parent: Element, slot: S): S {
  parent.append(slot.node);
  return slot;
}
