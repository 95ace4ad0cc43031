// The shapes of one row of the drawing: made when first needed, kept in their order, and told only what differs from before.
import { put, putText, svg } from './dom';

const makers = {
  float: () => svg('path', { class: 'float' }),
  forecast: () => svg('path', { class: 'forecast' }),
  tail: () => svg('rect', { class: 'tail', rx: '3' }),
  track: () => svg('rect', { class: 'track' }),
  done: () => svg('path', { class: 'done' }),
  diamond: () => svg('path', { class: 'diamond' }),
  critical: () => svg('path', { class: 'critical' }),
  ghost: () => svg('path', { class: 'ghost' }),
  variance: () => svg('text', { class: 'variance' }),
  short: () => svg('path', { class: 'short' }),
  flag: () => svg('path', { class: 'flag' }),
  plate: () => svg('rect', { class: 'plate', rx: '4' }),
  edge: () => svg('path', { class: 'edge' }),
  glyph: () => svg('use', { class: 'glyph', width: '12', height: '12' }),
  mark: () => svg('use', { class: 'mark', width: '12', height: '12' }),
  secondMark: () => svg('use', { class: 'mark', width: '12', height: '12' }),
  label: () => svg('text', { class: 'label' }),
};
export type Part = keyof typeof makers;

interface Drawn {
  readonly node: SVGElement;
  readonly values: Record<string, string | number>;
  hidden: boolean;
}

export interface RowParts {
  readonly node: SVGGElement;
  readonly set: (part: Part, attributes: Readonly<Record<string, string | number>>) => void;
  readonly say: (part: Part, text: string) => void;
  readonly drop: (part: Part) => void;
}

const order = Object.keys(makers) as readonly Part[];

export function rowParts(): RowParts {
  const node = svg('g');
  const parts: Partial<Record<Part, Drawn>> = {};
  const drawn = (part: Part): Drawn => {
    const known = parts[part];
    if (known) return known;
    const made = { node: makers[part](), values: {}, hidden: false };
    parts[part] = made;
    const next = order.slice(order.indexOf(part) + 1).find((other) => parts[other]);
    node.insertBefore(made.node, (next && parts[next]?.node) ?? null);
    return made;
  };
  const set: RowParts['set'] = (part, attributes) => {
    const one = drawn(part);
    if (one.hidden) one.node.removeAttribute('hidden');
    one.hidden = false;
    for (const name in attributes) {
      const value = attributes[name] ?? '';
      if (one.values[name] === value) continue;
      one.values[name] = value;
      put(one.node, name, String(value));
    }
  };
  const say: RowParts['say'] = (part, text) => {
    const one = drawn(part);
    if (one.values['#text'] === text) return;
    one.values['#text'] = text;
    putText(one.node, text);
  };
  const drop: RowParts['drop'] = (part) => {
    const one = parts[part];
    if (!one || one.hidden) return;
    one.hidden = true;
    one.node.setAttribute('hidden', '');
  };
  return { node, set, say, drop };
}
