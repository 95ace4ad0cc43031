// The part of a summary that tells which dates moved, from what to what and why: promises of an earlier summary, else what the plan itself records. Sees only what the audience may see.
import { type Day, formatDay } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { SeenMove, SeenPromise } from './audienceAgreement';
import type { Block, Runs, Trace } from './document';
import { figure, ofPlan, told } from './summaryFigures';
import { briefly, ended, isOpen, item, listOf, type Section, type Telling } from './telling';

/** One date that is no longer what it was. */
interface Moved {
  readonly title: string;
  readonly from: Day;
  readonly trace: Trace;
  readonly became: SeenPromise['became'];
  readonly reason?: string;
}

/** Every promise that moved; as a table where they are many, so that none has to be left out. */
export function moved(telling: Telling): Section | undefined {
  const found = telling.promises ? ofPromises(telling, telling.promises) : recorded(telling);
  if (found.length === 0) return undefined;
  const blocks =
    found.length > telling.brevity.moved
      ? [tableOf(telling, found)]
      : listOf(found.map((each) => lineOf(telling, each)));
  return { heading: headingOf(telling), blocks };
}

function headingOf({ label, since }: Telling): Message {
  if (label !== undefined) return message('Dates that moved since {label}', { label });
  return since === undefined
    ? message('Dates that moved')
    : message('Dates that moved since {day}', { day: { day: since } });
}

function ofPromises({ seen, since }: Telling, promises: readonly SeenPromise[]): readonly Moved[] {
  const byKey = new Map(seen.milestones.map((each) => [each.key, each]));
  return promises.map(({ key, title, due, became }) => {
    const milestone = key === undefined ? undefined : byKey.get(key);
    return {
      title: milestone?.name ?? title,
      from: due,
      became,
      trace: milestone ? { key: milestone.key, field: fieldOf(became) } : ofPlan('milestones'),
      ...reasonOf(within(milestone?.moves ?? [], since)),
    };
  });
}

function fieldOf({ kind }: SeenPromise['became']): string {
  return kind === 'moved' ? 'due' : kind === 'delivered' ? 'completed' : 'status';
}

/** Without a summary to compare with: what `changes` says of milestones that are still open. */
function recorded({ seen, since }: Telling): readonly Moved[] {
  return seen.milestones.filter(isOpen).flatMap(({ name, key, due, moves }): readonly Moved[] => {
    const own = within(moves, since);
    const from = own.find((move) => move.from !== undefined)?.from;
    if (from === undefined || due === undefined || from === due) return [];
    const became = { kind: 'moved', to: due, days: due - from } as const;
    return [{ title: name, from, became, trace: { key, field: 'due' }, ...reasonOf(own) }];
  });
}

function within(moves: readonly SeenMove[], since: Day | undefined): readonly SeenMove[] {
  return since === undefined ? moves : moves.filter(({ on }) => on !== undefined && on >= since);
}

/** Of the newest move. */
function reasonOf(moves: readonly SeenMove[]): { readonly reason?: string } {
  const newest = moves.reduce<SeenMove | undefined>(
    (best, each) => (best?.on !== undefined && (each.on ?? -1e9) < best.on ? best : each),
    undefined,
  );
  return newest?.reason === undefined || newest.reason === '' ? {} : { reason: newest.reason };
}

function lineOf(telling: Telling, { title, from, became, trace, reason }: Moved): Runs {
  return item(telling, title, [told(telling, fateText(from, became), trace)], reasonText(telling, reason));
}

function reasonText({ brevity }: Telling, reason: string | undefined): Runs {
  return reason === undefined ? [] : ended([briefly(reason, brevity.text)]);
}

function fateText(from: Day, became: SeenPromise['became']): Message {
  const was = { from: { day: from } };
  switch (became.kind) {
    case 'moved': {
      const to = { ...was, to: { day: became.to } };
      return became.days > 0
        ? counted(became.days, '{from} → {to}, {count} day later', '{from} → {to}, {count} days later', to)
        : counted(-became.days, '{from} → {to}, {count} day earlier', '{from} → {to}, {count} days earlier', to);
    }
    case 'delivered': {
      if (became.on === undefined || became.days === undefined) return message('promised for {from}, finished', was);
      const to = { ...was, to: { day: became.on } };
      return became.days > 0
        ? counted(
            became.days,
            'promised for {from}, finished on {to}, {count} day late',
            'promised for {from}, finished on {to}, {count} days late',
            to,
          )
        : counted(
            -became.days,
            'promised for {from}, finished on {to}, {count} day early',
            'promised for {from}, finished on {to}, {count} days early',
            to,
          );
    }
    case 'withdrawn':
      return message('promised for {from}, has no date now', was);
    case 'cancelled':
      return message('promised for {from}, cancelled', was);
    case 'paused':
      return message('promised for {from}, on hold', was);
    case 'gone':
      return message('promised for {from}, no longer in the plan', was);
  }
}

function tableOf(telling: Telling, found: readonly Moved[]): Block {
  const { say, locale, brevity } = telling;
  const day = (value: Day, trace: Trace) => figure(telling, formatDay(value, locale, 'medium'), trace);
  const now = ({ became, trace }: Moved): Runs => {
    if (became.kind === 'moved') return [day(became.to, trace), ` (${signed(became.days)})`];
    if (became.kind === 'delivered' && became.on !== undefined) {
      const finished = told(telling, message('finished on {day}', { day: { day: became.on, style: 'medium' } }), trace);
      return [...finished, ...(became.days === undefined ? [] : [` (${signed(became.days)})`])];
    }
    return told(telling, fateWord(became), trace);
  };
  const reasons = found.map(({ reason }) => briefly(reason ?? '', brevity.text));
  return {
    kind: 'table',
    columns: [
      {
        head: say(message('Milestone')),
        align: 'left',
        cells: found.map(({ title }) => [briefly(title, brevity.title)]),
      },
      { head: say(message('Before')), align: 'left', cells: found.map(({ from, trace }) => [day(from, trace)]) },
      { head: say(message('Now')), align: 'left', cells: found.map(now) },
      ...(reasons.some((reason) => reason !== '')
        ? [{ head: say(message('Reason')), align: 'left' as const, cells: reasons.map((reason) => [reason]) }]
        : []),
    ],
  };
}

function signed(days: number): string {
  return days > 0 ? `+${days}` : `−${-days}`;
}

function fateWord({ kind }: SeenPromise['became']): Message {
  switch (kind) {
    case 'withdrawn':
      return message('no date');
    case 'cancelled':
      return message('cancelled');
    case 'paused':
      return message('on hold');
    case 'gone':
      return message('no longer in the plan');
    default:
      return message('finished');
  }
}
