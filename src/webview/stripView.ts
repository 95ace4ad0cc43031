// The strip of over-committed owners: their names in the title column, where a screen reader finds the whole sentence, and bands of days below the axis.

import type { Viewport } from '../drawing/layout';
import type { Scale } from '../drawing/scale';
import { laneHeight, lanesOf } from '../drawing/strip';
import { axisHeight } from './axisView';
import type { Content } from './content';
import { el, pool, put, putText, shownText, svg } from './dom';
import { icon } from './icons';

interface NameSlot {
  readonly node: HTMLElement;
  readonly who: HTMLElement;
  readonly said: HTMLElement;
}

interface BandSlot {
  readonly node: SVGGElement;
  readonly title: SVGTitleElement;
  readonly band: SVGRectElement;
  readonly plate: SVGRectElement;
  readonly text: SVGTextElement;
}

export interface StripView {
  /** In the title column. */
  readonly names: HTMLElement;
  /** In the layer of the axis. */
  readonly bands: SVGGElement;
  readonly draw: (content: Content, window: Window) => void;
}

interface Window {
  readonly scale: Scale;
  readonly viewport: Pick<Viewport, 'left' | 'width'>;
  readonly measure: (text: string) => number;
}

const bandHeight = 8;

export function stripView(): StripView {
  const names = el('ul', { class: 'mp-over', role: 'list' });
  const bands = svg('g', { class: 'over', transform: `translate(0 ${axisHeight})` });
  const nameSlots = pool<NameSlot>(names, makeName);
  const bandSlots = pool<BandSlot>(bands, makeBand);
  let drawn: Content | undefined;
  const draw: StripView['draw'] = (content, window) => {
    const { overloads } = content.rows;
    if (drawn?.rows !== content.rows || drawn.word !== content.word) {
      drawn = content;
      put(names, 'aria-label', content.word('More work than hours'));
      names.toggleAttribute('hidden', overloads.length === 0);
      nameSlots.sync([...overloads.keys()], (slot, at) => writeName(slot, overloads[at]));
    }
    const lanes = lanesOf(overloads, window);
    bandSlots.sync([...lanes.keys()], (slot, at) => {
      const [lane, overload] = [lanes[at], overloads[at]];
      if (!lane || !overload) return;
      const middle = lane.y + laneHeight / 2;
      put(slot.band, 'x', String(Math.round(lane.x)));
      put(slot.band, 'width', String(Math.round(lane.width)));
      put(slot.band, 'y', String(middle - bandHeight / 2));
      slot.text.toggleAttribute('hidden', lane.textX === undefined);
      slot.plate.toggleAttribute('hidden', lane.textX === undefined || !lane.plate);
      put(slot.text, 'x', String(Math.round(lane.textX ?? 0)));
      put(slot.text, 'y', String(middle + 4));
      put(slot.plate, 'x', String(Math.round(lane.textX ?? 0) - 4));
      put(slot.plate, 'y', String(middle - 8));
      put(slot.plate, 'width', String(window.measure(overload.text) + 8));
      putText(slot.text, shownText(overload.text));
      putText(slot.title, shownText(overload.label));
    });
  };
  return { names, bands, draw };
}

function makeName(): NameSlot {
  const who = el('span', { class: 'mp-title', 'aria-hidden': 'true' });
  const said = el('span', { class: 'mp-said' });
  return { node: el('li', {}, icon('warning'), who, said), who, said };
}

function writeName(slot: NameSlot, overload: Content['rows']['overloads'][number] | undefined): void {
  putText(slot.who, shownText(overload?.who ?? ''));
  putText(slot.said, shownText(overload?.label ?? ''));
  put(slot.node, 'title', shownText(overload?.label ?? ''));
}

function makeBand(): BandSlot {
  const title = svg('title');
  const band = svg('rect', { class: 'over-band', height: String(bandHeight), rx: '2' });
  const plate = svg('rect', { class: 'plate', height: '16', rx: '4' });
  const text = svg('text');
  return { node: svg('g', {}, title, band, plate, text), title, band, plate, text };
}
