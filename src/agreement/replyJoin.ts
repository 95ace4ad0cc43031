// Gives each code of a reply the decision that was written about it. Knows no words, only where decisions and codes stand.
import type { Decision, Event, Undecided } from './replyDecision';

export interface Decided {
  readonly decision?: Decision;
  /** Why there is none. */
  readonly why?: Undecided;
  /** Of the same decision; empty where the reply names none. */
  readonly codes: readonly string[];
  /** Where its first words or code and its last one stand. */
  readonly from: number;
  readonly to: number;
}

type Code = Event & { readonly kind: 'code' };
type Said = Exclude<Event, Code>;

/** What decides more often is no reply of a person. */
const mostEvents = 400;

/** In the order of the text, at least one; a code with two decisions has none. */
export function decidedIn(events: readonly Event[]): readonly Decided[] {
  if (events.length > mostEvents) return [{ why: 'contradiction', codes: [], ...placeOf([]) }];
  const saids = events.filter((each): each is Said => each.kind !== 'code');
  const codes = events.filter((each): each is Code => each.kind === 'code');
  if (codes.length === 0) return [{ ...outcome(saids), codes: [], ...placeOf(saids) }];
  const pairs = pairsIn(lines(events));
  const taken = new Set([...pairs.values()].flat());
  const loose = saids.filter((each) => !taken.has(each));
  const byCode = new Map<string, Said[]>();
  for (const code of codes) {
    const mine = [...(byCode.get(code.code) ?? []), ...(pairs.get(code) ?? [])];
    byCode.set(code.code, mine);
  }
  const doubtful = new Set([...byCode.values()].filter((mine) => outcome(mine).why === 'contradiction').flat());
  const all = [...byCode].map(([code, mine]) => {
    // What was said of two codes in one breath, and taken back for one of them, holds for neither: so our own request reads where nothing marks it as quoted.
    const found = outcomeOf(mine.some((each) => doubtful.has(each)) ? [...doubtful] : mine, loose);
    const own = [...mine, ...codes.filter((each) => each.code === code)];
    return { ...found, codes: [code], ...placeOf(own) };
  });
  return joined(all);
}

function lines(events: readonly Event[]): readonly (readonly Event[])[] {
  const all = new Map<number, Event[]>();
  for (const event of events) {
    const known = all.get(event.line);
    if (known) known.push(event);
    else all.set(event.line, [event]);
  }
  return [...all.values()];
}

/** Decisions stand before their codes or behind them, in one line or in lines of their own. */
function pairsIn(all: readonly (readonly Event[])[]): ReadonlyMap<Code, readonly Said[]> {
  const pairs = new Map<Code, readonly Said[]>();
  let waiting: Code[] = [];
  let last: { readonly said: Said; readonly alone: boolean } | undefined;
  for (const line of all) {
    const saids = line.filter((each): each is Said => each.kind !== 'code');
    const codes = line.filter((each): each is Code => each.kind === 'code');
    const [first] = saids;
    if (first && codes.length > 0) {
      for (const code of codes)
        pairs.set(code, [beside(code, saids) ?? nearest(code, saids, line[0]?.kind === 'code')]);
      last = { said: saids.at(-1) ?? first, alone: false };
    } else if (first) {
      for (const code of waiting) pairs.set(code, [first]);
      last = waiting.length > 0 ? undefined : { said: saids.at(-1) ?? first, alone: true };
      waiting = [];
    } else if (last && (last.alone || codes.every(({ words }) => words <= 1))) {
      for (const code of codes) pairs.set(code, [last.said]);
    } else waiting = [...waiting, ...codes];
  }
  return pairs;
}

/** What is said of a code in words of its own is not what was decided about the others: "Approved …, please look at … again". */
function beside(code: Code, saids: readonly Said[]): Said | undefined {
  if (!code.aside || !saids.every(({ coded }) => coded)) return undefined;
  const { from, to, line } = code;
  return { kind: 'open', why: 'none', coded: true, from, to, line };
}

function nearest(code: Code, saids: readonly Said[], isCodeFirst: boolean): Said {
  const after = saids.find((each) => each.from > code.from);
  const before = saids.findLast((each) => each.from < code.from);
  return (isCodeFirst ? (after ?? before) : (before ?? after)) as Said;
}

/** What was said without any code decides about those beside which nothing was said; of the others it can only take a decision back. */
function outcomeOf(mine: readonly Said[], loose: readonly Said[]): ReturnType<typeof outcome> {
  const own = outcome(mine);
  return mine.length > 0 && own.decision === undefined ? own : outcome([...mine, ...loose]);
}

/** What was asked besides counts for nothing where it was also decided; a condition takes an approval back. */
function outcome(saids: readonly Said[]): { readonly decision?: Decision; readonly why?: Undecided } {
  const decisions = new Set(saids.flatMap((each) => (each.kind === 'said' ? [each.decision] : [])));
  const whys = saids.flatMap((each) => (each.kind === 'open' ? [each.why] : []));
  if (decisions.size > 1) return { why: 'contradiction' };
  const [decision] = decisions;
  const against = whys.find((why) => why === 'condition') ?? whys.find((why) => why === 'none');
  if (decision === undefined || (decision === 'approved' && against !== undefined)) {
    return { why: against ?? whys[0] ?? 'none' };
  }
  return { decision };
}

function placeOf(events: readonly Event[]): { readonly from: number; readonly to: number } {
  if (events.length === 0) return { from: 0, to: 0 };
  const from = events.reduce((least, each) => Math.min(least, each.from), Number.POSITIVE_INFINITY);
  return { from, to: events.reduce((most, each) => Math.max(most, each.to), 0) };
}

/** Neighbours with the same decision are one. */
function joined(all: readonly Decided[]): readonly Decided[] {
  const found: Decided[] = [];
  for (const each of all) {
    const at = found.findIndex((other) => other.decision === each.decision && other.why === each.why);
    const same = found[at];
    if (!same) found.push(each);
    else {
      const from = Math.min(same.from, each.from);
      found[at] = { ...same, codes: [...same.codes, ...each.codes], from, to: Math.max(same.to, each.to) };
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
