// Reads what the panel's page sends. The page is not trusted: whatever is not exactly one of the known messages is nothing. Every text and list is bounded,
// so that only a picture or the collapsed rows of an export can make a message long.
import {
  exportFormats,
  type FromPanel,
  type Move,
  panelActions,
  panelAudiences,
  panelCommands,
} from '../protocol/messages';
import { type Exact, exact, isCounter, isDay, isRef, isText, nameIn } from './panelFields';
import { readShown } from './panelShown';

type Reader = (fields: Exact) => FromPanel | undefined;

/** The message, or `undefined` for anything the protocol does not know. References are not looked up here. */
export function readFromPanel(value: unknown): FromPanel | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type') || !('type' in value))
    return undefined;
  const { type } = value;
  return typeof type === 'string'
    ? readers.get(type)?.((names, more) => exact(value, ['type', ...names], more))
    : undefined;
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['ready', (fields) => fields([]) && { type: 'ready' }],
  ['select', readAbout('select')],
  ['open', readAbout('open')],
  ['card', readAbout('card')],
  ['act', readAct],
  ['set', (fields) => readStatus(fields) ?? readPercent(fields) ?? readTask(fields)],
  ['preview', readMoving('preview')],
  ['move', readMoving('move')],
  ['depend', readDepend],
  ['audience', readAudience],
  ['run', readRun],
  ['export', readExport],
  ['raster', readRaster],
]);

function readAbout(type: 'select' | 'open' | 'card'): Reader {
  return (fields) => {
    const known = fields(['ref']);
    return known && isRef(known.ref) ? { type, ref: known.ref } : undefined;
  };
}

function readAct(fields: Exact): FromPanel | undefined {
  const known = fields(['ref', 'number', 'action']);
  const action = nameIn(panelActions, known?.action);
  if (!known || !action || !isRef(known.ref) || !isCounter(known.number)) return undefined;
  return { type: 'act', action, ref: known.ref, number: known.number };
}

function readStatus(fields: Exact): FromPanel | undefined {
  const known = fields(['ref', 'number', 'status']);
  if (!known || !isRef(known.ref) || !isCounter(known.number) || !isText(known.status, 100)) return undefined;
  return { type: 'set', ref: known.ref, number: known.number, status: known.status };
}

function readPercent(fields: Exact): FromPanel | undefined {
  const known = fields(['ref', 'number', 'percent']);
  if (!known || !isRef(known.ref) || !isCounter(known.number) || !isCounter(known.percent, 100)) return undefined;
  return { type: 'set', ref: known.ref, number: known.number, percent: known.percent };
}

function readTask(fields: Exact): FromPanel | undefined {
  const known = fields(['ref', 'number', 'task', 'was', 'done']);
  if (!known) return undefined;
  const { ref, number, task, was, done } = known;
  if (!isRef(ref) || !isCounter(number) || !isCounter(task) || !isText(was) || typeof done !== 'boolean')
    return undefined;
  return { type: 'set', ref, number, task, was, done };
}

function readMoving(type: 'preview' | 'move'): Reader {
  return (fields) => {
    const known = fields(['id', 'move']);
    const move = known && readMove(known.move);
    return move && isCounter(known.id) ? { type, id: known.id, move } : undefined;
  };
}

const moveDays = ['start', 'due', 'wasStart', 'wasDue'] as const;

function readMove(value: unknown): Move | undefined {
  const known = exact(value, ['ref', 'number'], moveDays);
  if (!known || !isRef(known.ref) || !isCounter(known.number)) return undefined;
  const days: { -readonly [Name in (typeof moveDays)[number]]?: number } = {};
  for (const name of moveDays) {
    const day = known[name];
    if (day === undefined) continue;
    if (!isDay(day)) return undefined;
    days[name] = day;
  }
  return { ref: known.ref, number: known.number, ...days };
}

function readDepend(fields: Exact): FromPanel | undefined {
  const known = fields(['id', 'ref', 'on', 'number']);
  if (!known) return undefined;
  const { id, ref, on, number } = known;
  return isCounter(id) && isRef(ref) && isRef(on) && isCounter(number)
    ? { type: 'depend', id, ref, on, number }
    : undefined;
}

function readAudience(fields: Exact): FromPanel | undefined {
  const audience = nameIn(panelAudiences, fields(['audience'])?.audience);
  return audience && { type: 'audience', audience };
}

function readRun(fields: Exact): FromPanel | undefined {
  const known = fields(['command'], ['ref']);
  const command = nameIn(panelCommands, known?.command);
  if (!known || !command) return undefined;
  if (known.ref === undefined) return { type: 'run', command };
  return isRef(known.ref) ? { type: 'run', command, ref: known.ref } : undefined;
}

function readExport(fields: Exact): FromPanel | undefined {
  const known = fields(['format'], ['shown']);
  const format = nameIn(exportFormats, known?.format);
  if (!known || !format) return undefined;
  if (known.shown === undefined) return { type: 'export', format };
  const shown = readShown(known.shown);
  return shown && { type: 'export', format, shown };
}

const mostPictureBytes = 64 * 1024 * 1024;

function readRaster(fields: Exact): FromPanel | undefined {
  const known = fields(['id'], ['png']);
  if (!known || !isCounter(known.id)) return undefined;
  const { id, png } = known;
  if (png === undefined) return { type: 'raster', id };
  return png instanceof Uint8Array && png.byteLength <= mostPictureBytes ? { type: 'raster', id, png } : undefined;
}
