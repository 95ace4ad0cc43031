// Checks what comes into the page: messages and the saved state are unknown values until they have passed here. Keeps the rows that changes are told of.
import {
  type Card,
  type CardTask,
  densities,
  type Effect,
  exportFormats,
  panelAudiences,
  panelCommands,
  type ToPanel,
  type Words,
} from '../protocol/messages';
import type { KeptRows } from '../protocol/unpack';
import type { PanelFrame } from '../protocol/wire';
import {
  farthestDay,
  isDay,
  isNumber,
  isRecord,
  isRef,
  isText,
  isWhole,
  readList,
  readName,
  type Unknown,
} from './checks';
import { readChanged, readRows } from './incomingRows';

/** What the page was sent last, as a whole. */
interface Kept {
  readonly turn: number;
  readonly rows: KeptRows;
  readonly words: Words;
  readonly frame: PanelFrame;
}

/**
 * Reads one message after the other: gives it when it is one of ours and whole, else `undefined`.
 * @param lost is called when a change stands on what this page has not got, once until all of it came.
 */
export function incoming(lost: () => void): (value: unknown) => ToPanel | undefined {
  let kept: Kept | undefined;
  let isLost = false;
  const keep = (next: Kept, number: number): ToPanel => {
    kept = next;
    isLost = false;
    return { type: 'rows', number, rows: next.rows, words: next.words, ...next.frame };
  };
  return (value) => {
    if (!isRecord(value)) return undefined;
    const { type, number } = value;
    if (type !== 'whole' && type !== 'change') return readOther(value);
    if (!isCounter(number)) return undefined;
    const next =
      type === 'whole' ? readWhole(value) : kept && value.base === kept.turn ? readNext(value, kept) : 'lost';
    if (next !== 'lost') return next && keep(next, number);
    if (kept && isCounter(value.base) && !isLost) {
      isLost = true;
      lost();
    }
    return undefined;
  };
}

function readWhole({ turn, rows, words, frame }: Unknown): Kept | undefined {
  const known = readFrame(frame);
  const read = known && isCounter(turn) ? readRows(rows) : undefined;
  return known && read && isCounter(turn) ? { turn, rows: read, words: readWords(words), frame: known } : undefined;
}

function readNext({ turn, change, words, frame }: Unknown, kept: Kept): Kept | undefined {
  const known = frame === undefined ? kept.frame : readFrame(frame);
  const rows = known && isCounter(turn) ? readChanged(change, kept.rows) : undefined;
  if (!known || !rows || !isCounter(turn)) return undefined;
  return { turn, rows, words: words === undefined ? kept.words : readWords(words), frame: known };
}

function readFrame(value: unknown): PanelFrame | undefined {
  if (!isRecord(value) || !isWhole(value.firstWeekday, 1, 7)) return undefined;
  const audience = readName(value.audience, panelAudiences);
  const density = readName(value.density, densities);
  if (!audience || !density) return undefined;
  const empty = readEmpty(value.empty);
  return {
    ...{ locale: readLocale(value.locale), firstWeekday: value.firstWeekday, audience, density },
    ...(empty ? { empty } : {}),
  };
}

function readEmpty(value: unknown): PanelFrame['empty'] {
  if (!isRecord(value) || !isText(value.text)) return undefined;
  const command = readName(value.command, panelCommands);
  return {
    text: value.text,
    ...(command ? { command } : {}),
    ...(isText(value.label, 200) ? { label: value.label } : {}),
  };
}

/** What is not about rows. */
function readOther(value: Unknown): ToPanel | undefined {
  const { type, ref, id } = value;
  if (type === 'select') return isRef(ref) ? { type, ref } : undefined;
  if (type === 'card') {
    const card = readCard(value.card);
    return card && isRef(ref) ? { type, ref, card } : undefined;
  }
  if (type === 'exportShown') {
    const format = readName(value.format, exportFormats);
    return format && { type, format };
  }
  if (!isCounter(id)) return undefined;
  if (type === 'effect') {
    const effect = readEffect(value.effect);
    return effect && { type, id, effect };
  }
  if (type === 'settled') return readSettled(value, id);
  return type === 'rasterise' ? readRasterise(value, id) : undefined;
}

function readCard(value: unknown): Card | undefined {
  if (!isRecord(value) || !isText(value.title) || !isText(value.detail)) return undefined;
  const lines = readList(value.lines, 200, (line): Card['lines'][number] | undefined => {
    if (!isRecord(line) || !isText(line.text, 20_000)) return undefined;
    if (line.label === undefined) return { text: line.text };
    return isText(line.label) ? { label: line.label, text: line.text } : undefined;
  });
  const tasks = readList(value.tasks, 10_000, readTask);
  return lines && tasks && { title: value.title, detail: value.detail, lines, tasks };
}

function readTask(value: unknown): CardTask | undefined {
  if (!isRecord(value)) return undefined;
  const { task, was, title, done } = value;
  if (!isWhole(task, 0, 1_000_000) || !isText(was, 20_000) || !isText(title, 20_000)) return undefined;
  return typeof done === 'boolean' ? { task, was, title, done } : undefined;
}

function readEffect(value: unknown): Effect | undefined {
  if (!isRecord(value) || !isNumber(value.workingDays, farthestDay) || !isText(value.text)) return undefined;
  const moved = readList(value.moved, 200, (one) =>
    isRecord(one) && isRef(one.ref) && isDay(one.forecast) ? { ref: one.ref, forecast: one.forecast } : undefined,
  );
  return moved && { workingDays: value.workingDays, text: value.text, moved };
}

function readSettled({ refused }: Unknown, id: number): ToPanel | undefined {
  if (refused === undefined) return { type: 'settled', id };
  return isText(refused) ? { type: 'settled', id, refused } : undefined;
}

/** No canvas of a browser is larger. */
const widest = 32_767;

function readRasterise({ svg, width, height }: Unknown, id: number): ToPanel | undefined {
  if (!isText(svg, 64_000_000) || !isWhole(width, 1, widest) || !isWhole(height, 1, widest)) return undefined;
  return { type: 'rasterise', id, svg, width, height };
}

function isCounter(value: unknown): value is number {
  return isWhole(value, 0, Number.MAX_SAFE_INTEGER);
}

function readLocale(value: unknown): string {
  try {
    return typeof value === 'string' ? (Intl.getCanonicalLocales(value)[0] ?? 'en') : 'en';
  } catch {
    return 'en';
  }
}

export function readWords(value: unknown): Words {
  const words = new Map<string, string>();
  if (isRecord(value)) {
    for (const [key, word] of Object.entries(value)) if (typeof word === 'string') words.set(key, word.slice(0, 500));
  }
  return Object.fromEntries(words);
}
