// Tries edits out: whether they solve a problem and bring no other, in this plan and in all others. Knows no fix.
import { composeEdits } from '../base/pieces';
import { applyEdits, type Span, type TextEdit } from '../base/text';
import { sameElsewhere } from '../model/editProof';
import type { ReadPlan } from '../model/planFile';
import type { Problem } from '../model/problem';
import type { TextReading } from '../model/read';
import { makeSnapshot, problemsOf } from '../snapshot';
import { overlap } from './fixesGround';
import type { FixOptions } from './fixesKinds';
import type { Page } from './page';

export interface Checker {
  /** The page's problems as they are. */
  readonly before: readonly Problem[];
  /** Whether the edits solve the problem, or any without one, and bring no other, `except` hints on quality where that is said. */
  solves(problem: Problem | undefined, edits: readonly TextEdit[], except?: 'quality'): boolean;
}

/** The problems of the page, and of all other plans. */
interface Told {
  readonly reading: TextReading;
  readonly text: string;
  readonly own: readonly Problem[];
  readonly others: ReadonlyMap<string, readonly Problem[]>;
}

/** Reading a longer text anew would be felt at each key. */
const long = 60_000;

export function isLong({ text }: Page): boolean {
  return text.length > long;
}

export function checker(page: Page, options: FixOptions): Checker {
  let told: Told | undefined;
  const asIs = () => {
    told ??= tell(page, page.text, options);
    return told;
  };
  return {
    before: known(page, options) ?? asIs().own,
    solves: (problem, found, except) => {
      if (overlap(found)) return false;
      const edits = composeEdits(found, []);
      const text = applyEdits(page.text, edits);
      if (text === page.text) return false;
      const before = asIs();
      const after = tell(page, text, options);
      return (
        bringsNothing(problem, before, after, edits, except) &&
        (problem?.code === 'ignore.unknown' || keepsComments(before, after, edits))
      );
    },
  };
}

/** What the snapshot says of this very text; of a long one that it has not seen yet, what the text alone says. */
function known({ uri, text, file, snapshot }: Page, { today, counts }: FixOptions): readonly Problem[] | undefined {
  const same = snapshot?.plans.find((plan) => plan.uri === uri && plan.text === text);
  if (same && snapshot?.today === today) return problemsOf(same, counts);
  return text.length > long ? file.problems.filter(counts ?? (() => true)) : undefined;
}

/** Reads a text as if it were the page's, among all plans of the moment. */
function tell(page: Page, text: string, options: FixOptions): Told {
  const reading = options.read(text, page.baseName, options.load);
  const { file } = reading;
  const others: ReadPlan[] = (page.snapshot?.plans ?? []).map(({ uri, baseName, folder, text, file, plan }) => {
    return { uri, baseName, folder, text, file, plan };
  });
  const known = others.find(({ uri }) => uri === page.uri);
  const own = { uri: page.uri, baseName: page.baseName, folder: known?.folder ?? '', text, file, plan: file.plan };
  const snapshot = makeSnapshot(known ? others.map((each) => (each === known ? own : each)) : [...others, own], {
    number: 0,
    today: options.today,
    todayIn: options.todayIn ?? (() => options.today),
    dueSoonDays: options.dueSoonDays ?? 7,
    ...(options.schedule ? { schedule: options.schedule } : {}),
  });
  const problems = new Map(snapshot.plans.map((each) => [each.uri, problemsOf(each, options.counts)]));
  const ownProblems = problems.get(page.uri) ?? file.problems.filter(options.counts ?? (() => true));
  problems.delete(page.uri);
  return { reading, text, own: ownProblems, others: problems };
}

function bringsNothing(
  problem: Problem | undefined,
  before: Told,
  after: Told,
  edits: readonly TextEdit[],
  except?: 'quality',
): boolean {
  for (const [uri, problems] of after.others) {
    if (problems.length > (before.others.get(uri)?.length ?? 0)) return false;
  }
  if (!before.reading.file.plan) return staysClear(before, after, edits);
  if (!problem || isCut(before)) {
    if (total(after) >= total(before)) return false;
    if (isCut(before)) return true;
  }
  const left = unmatched(before, problem, after, edits);
  return left.every(({ code }) => except === 'quality' && code.startsWith('quality.'));
}

/**
 * The problems that were not there before. One is the same as before when it is of the same kind and says so of the same characters, or of the same
 * place where these characters are what was edited; the one to be solved is the same as none.
 */
function unmatched(
  before: Told,
  solved: Problem | undefined,
  after: Told,
  edits: readonly TextEdit[],
): readonly Problem[] {
  const left = [...before.own];
  const take = (isSame: (other: Problem) => boolean) => {
    const at = left.findIndex(isSame);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  };
  if (solved)
    take(({ code, span }) => code === solved.code && span.start === solved.span.start && span.end === solved.span.end);
  const key = ({ code, span }: Problem, text: string) => `${code} ${text.slice(span.start, span.end)}`;
  const others = after.own.filter((now) => {
    const own = key(now, after.text);
    return take((other) => other.code === now.code && key(other, before.text) === own);
  });
  const isMoved = mover(edits);
  return others.filter((now) => take((other) => other.code === now.code && isMoved(other.span.start, now.span.start)));
}

/** Whether one offset may be another one after the edits: what is put in right there may have come before it or behind it. */
function mover(edits: readonly TextEdit[]): (before: number, after: number) => boolean {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  return (before, after) => {
    let shift = 0;
    for (const { span, text } of ordered) {
      if (span.start > before) break;
      const isIn = span.end >= before;
      if (isIn && after >= span.start + shift && after <= span.start + shift + text.length) return true;
      if (span.end > before) break;
      shift += text.length - (span.end - span.start);
    }
    return before + shift === after;
  };
}

const more = 'problems.more';

function isCut({ own }: Told): boolean {
  return own.some(({ code }) => code === more);
}

function total({ own }: Told): number {
  return own.reduce((sum, { code, message }) => sum + (code === more ? Number(message.args.count ?? 0) : 1), 0);
}

/** What was no plan before had no other problem because nothing of it was read: what comes to light elsewhere was there all the time. */
function staysClear(before: Told, after: Told, edits: readonly TextEdit[]): boolean {
  if (!after.reading.file.plan) {
    const last = before.own[0]?.span.start ?? 0;
    // The next place that is no YAML comes to light.
    return after.own.length === 1 && (after.own[0]?.span.start ?? 0) > lineEndAt(after.text, last);
  }
  const places = edited(edits).map(({ start, end }) => {
    return { start: after.text.lastIndexOf('\n', start - 1) + 1, end: lineEndAt(after.text, end) };
  });
  return after.own.every(
    ({ span, code }) =>
      code === 'id.missing' ||
      code.startsWith('quality.') ||
      places.every((place) => span.end <= place.start || span.start >= place.end),
  );
}

function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Where edits stand in the text they make. */
function edited(edits: readonly TextEdit[]): readonly Span[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, text }) => {
      const start = span.start + shift;
      shift += text.length - (span.end - span.start);
      return { start, end: start + text.length };
    });
}

/** A comment on a line of its own is never taken away with a value. */
function keepsComments(before: Told, after: Told, edits: readonly TextEdit[]): boolean {
  // Looking at every comment takes the nodes of both texts.
  if (edits.every(({ span }) => !before.text.slice(span.start, span.end).includes('#'))) return true;
  const [old, now] = [before.reading.loaded, after.reading.loaded];
  return now.comments.length >= old.comments.length || sameElsewhere(old, now, edits);
}
