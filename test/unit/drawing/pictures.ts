// Pictures of plans for tests, and where their words stand.
import { readFileSync } from 'node:fs';
import type { PictureOptions } from '../../../src/drawing/svgScene';
import { textWidth } from '../../../src/drawing/svgText';
import { timelineRows } from '../../../src/report/timeline';
import type { TimelineRows } from '../../../src/report/timelineRows';
import { english, snapshotOf } from '../report/snapshotOf';
import { elementsOf, textOf, type XmlElement } from './xml';

export const options: PictureOptions = { say: english, locale: 'en-GB', firstWeekday: 1, title: 'Plan' };

export function fixture(path: string): string {
  return readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');
}

export const samples: readonly (readonly [name: string, text: string])[] = [
  ...['acme/website-relaunch', 'open-source/nodejs-release', 'open-source/privadex'].map(
    (path) => [path, fixture(`sample-workspace/${path}.milestones.yaml`)] as const,
  ),
  ...['admeta', 'aisland-docsig', 'by-hand', 'compact', 'shared-parts', 'smallest'].map(
    (name) => [name, fixture(`plans/${name}.milestones.yaml`)] as const,
  ),
];

export function rowsOfPlan(text: string): TimelineRows {
  return timelineRows(snapshotOf(text), english);
}

export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Every text with its place in the picture, and the nested picture that would cut it. */
export function textsIn(root: XmlElement): readonly (PlacedText & { readonly clip: readonly [number, number] })[] {
  const found: (PlacedText & { clip: readonly [number, number] })[] = [];
  const walk = (element: XmlElement, x: number, y: number, clip: readonly [number, number]): void => {
    const number = (name: string) => Number(element.attributes.get(name) ?? 0);
    const move = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(element.attributes.get('transform') ?? '');
    const [atX, atY] = [x + Number(move?.[1] ?? 0), y + Number(move?.[2] ?? 0)];
    if (element.name === 'text') {
      const text = textOf(element);
      const bold = element.attributes.has('font-weight');
      const width = textWidth(text, number('font-size'), bold);
      const anchor = element.attributes.get('text-anchor');
      const left = atX + number('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      found.push({ text, left, right: left + width, y: atY + number('y'), clip });
    }
    const isNested = element.name === 'svg' && element !== root;
    const inner = isNested ? ([atX + number('x'), atX + number('x') + number('width')] as const) : clip;
    const from = isNested ? atX + number('x') : atX;
    for (const child of element.children) if (typeof child !== 'string') walk(child, from, atY, inner);
  };
  const [, , width = 0] = (root.attributes.get('viewBox') ?? '').split(' ').map(Number);
  walk(root, 0, 0, [0, width]);
  return found;
}

/** Pairs of texts that lie over each other. */
export function overlaps(texts: readonly PlacedText[]): string[] {
  const ordered = [...texts].sort((a, b) => a.y - b.y);
  const found: string[] = [];
  ordered.forEach((a, at) => {
    for (let next = at + 1; next < ordered.length; next++) {
      const b = ordered[next];
      if (!b || b.y - a.y >= 9) break;
      if (a.left < b.right && b.left < a.right) found.push(`${a.text} | ${b.text}`);
    }
  });
  return found;
}

export function namesIn(root: XmlElement): ReadonlySet<string> {
  return new Set([...elementsOf(root)].map(({ name }) => name));
}
