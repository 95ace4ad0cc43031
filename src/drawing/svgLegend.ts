// The legend of a picture: what occurs in it, in words beside a sample, wrapped into lines. Knows no rows, only what of them occurs.
import type { Say } from '../base/message';
import { type RowState, rowStates } from '../report/timelineRows';
import { type AgreementMark, agreementIcons } from './agreement';
import { attributes, moved, words } from './svgElement';
import { agreementIcon, stateIcon } from './svgIcons';
import { ink } from './svgInk';
import { type Mark, marks, sampleOf } from './svgSamples';
import { textWidth } from './svgText';
import { agreementName, markName, stateName } from './svgWords';

/** What occurs in a picture. */
export interface Occurring {
  readonly states: ReadonlySet<RowState>;
  readonly marks: ReadonlySet<Mark>;
  readonly agreements: ReadonlySet<AgreementMark>;
}

const size = 11;
const lineHeight = 20;
const sampleRoom = 34;
const iconRoom = 18;
const gap = 18;
const wordStyle = attributes({ 'font-size': size, fill: ink.text });

/** From the top left corner. */
export function legendPicture(
  occurring: Occurring,
  width: number,
  say: Say,
): { readonly drawn: string; readonly height: number } {
  const states = rowStates
    .filter((state) => occurring.states.has(state))
    .map((state) => ({
      room: iconRoom,
      text: say(stateName(state)),
      sample: stateIcon(state, { x: 0, y: 3, size: 14 }),
    }));
  const samples = marks
    .filter((mark) => occurring.marks.has(mark))
    .map((mark) => ({ room: sampleRoom, text: say(markName(mark)), sample: sampleOf(mark) }));
  const agreements = agreementIcons
    .filter((mark) => occurring.agreements.has(mark))
    .map((mark) => ({
      room: iconRoom,
      text: say(agreementName(mark)),
      sample: agreementIcon(mark, { x: 0, y: 3, size: 14 }),
    }));
  const lines = [states, samples, agreements].filter((group) => group.length > 0);
  let y = 0;
  let drawn = '';
  for (const group of lines) {
    let x = 0;
    for (const { room, text, sample } of group) {
      const wide = room + textWidth(text, size);
      if (x > 0 && x + wide > width) {
        x = 0;
        y += lineHeight;
      }
      drawn += moved(x, y, sample + words(text, room, 14, wordStyle));
      x += wide + gap;
    }
    y += lineHeight;
  }
  return { drawn, height: y };
}
