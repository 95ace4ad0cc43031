// What opens over the page beside something: menus, the filter's choices, the hover card. Keeps it in the window and closes it when the person turns away.

/** Where it opens: the box of an element, or a point of no size. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

const margin = 6;

/** Below the anchor or beside it; on the other side where there is more room, and never out of the window. */
export function placed(
  anchor: Anchor,
  size: Extent,
  { side, window }: { readonly side: 'below' | 'beside'; readonly window: Extent },
): { readonly left: number; readonly top: number } {
  const within = (at: number, length: number, room: number) => Math.max(margin, Math.min(at, room - length - margin));
  if (side === 'below') {
    const above = anchor.top - size.height - 2;
    const below = anchor.bottom + 2;
    const fits = below + size.height <= window.height - margin || above < margin;
    return {
      left: within(anchor.left, size.width, window.width),
      top: within(fits ? below : above, size.height, window.height),
    };
  }
  const fits = anchor.right + size.width <= window.width - margin || anchor.left - size.width < margin;
  return {
    left: within(fits ? anchor.right : anchor.left - size.width, size.width, window.width),
    top: within(anchor.top, size.height, window.height),
  };
}

export function pointAnchor(x: number, y: number): Anchor {
  return { left: x, right: x, top: y, bottom: y };
}

/** Puts the element, which is in the page and no longer hidden, at its place. */
export function placePopup(node: HTMLElement, anchor: Anchor, side: 'below' | 'beside'): void {
  const { width, height } = node.getBoundingClientRect();
  const window = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
  const at = placed(anchor, { width, height }, { side, window });
  node.style.left = `${Math.round(at.left)}px`;
  node.style.top = `${Math.round(at.top)}px`;
}

/** Runs `close` when the person presses elsewhere, leaves the page or changes its size. Gives the function that stops watching. */
export function closeWhenLeft(isInside: (node: Node) => boolean, close: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const elsewhere = (event: Event) => {
    if (!(event.target instanceof Node && isInside(event.target))) close();
  };
  document.addEventListener('pointerdown', elsewhere, { signal, capture: true });
  document.addEventListener('wheel', elsewhere, { signal, capture: true, passive: true });
  window.addEventListener('blur', close, { signal });
  window.addEventListener('resize', close, { signal });
  return () => stop.abort();
}
