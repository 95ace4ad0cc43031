// Elements of a picture as text. Whatever stands in an attribute or between tags is encoded here, so that no caller can forget it.
import { xmlText } from './svgText';

/** Attributes as they stand in a tag, for as many elements as look alike. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let text = '';
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) text += ` ${key}="${typeof value === 'number' ? px(value) : xmlText(value)}"`;
  }
  return text;
}

/** An element as it stands in the picture's text; `style` is what `attributes` gave, and `children` are elements. */
export function element(name: string, style: string, children = ''): string {
  return children === '' ? `<${name}${style}/>` : `<${name}${style}>${children}</${name}>`;
}

/** @param d path data made of numbers and letters only; without any there is nothing to draw. */
export function path(d: string, style: string): string {
  return d === '' ? '' : `<path d="${d}"${style}/>`;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rect({ x, y, width, height }: Area, radius: number, style: string): string {
  const round = radius > 0 ? ` rx="${px(radius)}"` : '';
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"${round}${style}/>`;
}

export function words(text: string, x: number, y: number, style: string): string {
  return text === '' ? '' : `<text x="${px(x)}" y="${px(y)}"${style}>${xmlText(text)}</text>`;
}

/** Elements moved to a place. */
export function moved(x: number, y: number, children: string): string {
  return children === '' ? '' : `<g transform="translate(${px(x)} ${px(y)})">${children}</g>`;
}

/** What is told of the element around it to who points at it. */
export function titleOf(text: string): string {
  return text === '' ? '' : `<title>${xmlText(text)}</title>`;
}

/** Tenths of a pixel are as fine as anybody sees. */
export function px(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 10) / 10 : 0;
}
