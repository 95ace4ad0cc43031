// Sends rows to the panel's page: all of them at first and then only what changed. Knows no snapshot and no editor.

import { changeBetween } from '../protocol/change';
import type { ToPanel } from '../protocol/messages';
import { packRows } from '../protocol/pack';
import type { PanelFrame, RowsChange, WireMessage } from '../protocol/wire';

type RowsMessage = Extract<ToPanel, { type: 'rows' }>;

export interface PanelSender {
  send(message: ToPanel): void;
  /** The page is another one, or begins anew: it has nothing. */
  forget(): void;
}

/** What the page keeps in memory for each text that came later is not freed before all is sent again. */
const mostLaterTexts = 5_000;

/** @param post gives false where the message could not be delivered. */
export function panelSender(post: (message: WireMessage) => PromiseLike<boolean>): PanelSender {
  let sent: RowsMessage | undefined;
  let turn = 0;
  let laterTexts = 0;
  const forget = () => {
    sent = undefined;
  };
  const next = (message: RowsMessage): WireMessage => {
    const before = sent;
    const base = turn++;
    const change = before && laterTexts <= mostLaterTexts ? changeBetween(before.rows, message.rows) : undefined;
    if (!before || !change) {
      laterTexts = 0;
      return whole(message, turn);
    }
    laterTexts += countTexts(change);
    return { type: 'change', turn, base, number: message.number, change, ...differences(before, message) };
  };
  return {
    forget,
    send: (message) => {
      if (message.type !== 'rows') {
        void post(message);
        return;
      }
      const wire = next(message);
      sent = message;
      void post(wire).then((delivered) => {
        if (!delivered && sent === message) forget();
      });
    },
  };
}

function whole(message: RowsMessage, turn: number): WireMessage {
  const { number, rows, words } = message;
  return { type: 'whole', turn, number, rows: packRows(rows), words, frame: frameOf(message) };
}

function frameOf({ locale, firstWeekday, audience, density, empty }: RowsMessage): PanelFrame {
  return { locale, firstWeekday, audience, density, ...(empty ? { empty } : {}) };
}

/** Of what is told beside the rows. */
function differences(
  before: RowsMessage,
  now: RowsMessage,
): Pick<Partial<RowsMessage>, 'words'> & { frame?: PanelFrame } {
  const [old, frame] = [frameOf(before), frameOf(now)];
  return {
    ...(isSame(before.words, now.words) ? {} : { words: now.words }),
    ...(isSame(old, frame) ? {} : { frame }),
  };
}

function isSame(old: unknown, now: unknown): boolean {
  return old === now || JSON.stringify(old) === JSON.stringify(now);
}

function countTexts({ texts }: RowsChange): number {
  return Object.values(texts).reduce((sum, { texts: later }) => sum + later.length, 0);
}
