// Why a milestone has its date, and why it is critical or not: the chain of what decides it, a sentence for each step. Computes no date.
import { counted, type Message, type MessageArgument, message } from '../base/message';
import { milestoneRef } from '../model/planFile';
import type { Driver, Limit } from '../schedule/schedule';
import type { Snapshot } from '../snapshot';
import { type Known, knownRef } from './known';
import { criticalAnswer, criticalStep } from './whyCritical';
import { dateAnswer, dateStep, startsIt } from './whyDate';
import { nameFor, type StepGround, titleFor } from './whyStep';

/** One milestone of the chain, or those that are left out. */
export interface Step {
  /** The whole sentence. */
  readonly says: Message;
  /** `uri#key` of the milestone, its title and the sentence without it; absent where it stands for several that are left out. */
  readonly milestone?: { readonly ref: string; readonly title: string | Message; readonly because: Message };
}

export interface Why {
  /** One sentence that says it all. */
  readonly answer: Message;
  /** From the milestone to what decides in the end. */
  readonly steps: readonly Step[];
}

/** The chain of drivers down to a stated date. `most` steps are shown, the last one always. */
export function whyThisDate(snapshot: Snapshot, ref: string, most = 12): Why | undefined {
  return why(snapshot, ref, { most, next: nextDriver, answer: dateAnswer, step: dateStep });
}

/** The total float with what sets it, and the chain of successors in between. */
export function whyCritical(snapshot: Snapshot, ref: string, most = 12): Why | undefined {
  return why(snapshot, ref, {
    most,
    next: ({ schedule: { limit } }) => limit,
    answer: criticalAnswer,
    step: criticalStep,
  });
}

/** The milestone at the end of the chain of drivers, as a sentence about the first one names it; `undefined` where nothing else drives it. */
export function driverOf(snapshot: Snapshot, ref: string): MessageArgument | undefined {
  const chain = chainOf(snapshot, ref, nextDriver);
  const [first] = chain;
  const last = chain.at(-1);
  return first && last && first !== last ? nameFor(last, first) : undefined;
}

/** What decides about a milestone, here one that decides `before`: another one, where it has a `ref`. */
type Next = (known: Known, before: Known | undefined) => Driver | Limit | undefined;

/** Of a milestone around another one it is the stated start that counts, which nothing else decides. */
function nextDriver({ schedule: { driver } }: Known, before: Known | undefined): Driver | undefined {
  return before && startsIt(before) ? undefined : driver;
}

interface Question {
  readonly most: number;
  readonly next: Next;
  readonly answer: (first: Known, last: Known) => Message | undefined;
  readonly step: (known: Known, ground: StepGround) => Message;
}

function why(snapshot: Snapshot, ref: string, question: Question): Why | undefined {
  const chain = chainOf(snapshot, ref, question.next);
  const [first] = chain;
  const last = chain.at(-1);
  if (!first || !last) return undefined;
  const shown = chain.length <= question.most ? chain.length : Math.max(question.most - 2, 1);
  const stepAt = (at: number): Step[] => {
    const known = chain[at];
    if (!known) return [];
    const next = chain[at + 1] ?? decidingOn(snapshot, question.next(known, chain[at - 1]));
    const ground = { snapshot, before: chain[at - 1], other: next ? titleFor(next, first) : '' };
    const because = question.step(known, ground);
    const title = titleFor(known, first);
    const ref = milestoneRef(known.plan.uri, known.milestone);
    return [{ says: message('{title}: {because}', { title, because }), milestone: { ref, title, because } }];
  };
  const steps = chain.slice(0, shown).flatMap((_, at) => stepAt(at));
  const left = chain.length - shown - 1;
  if (left > 0) steps.push({ says: counted(left, 'and {count} more', 'and {count} more') });
  if (left >= 0) steps.push(...stepAt(chain.length - 1));
  const [own] = steps;
  const answer = question.answer(first, last) ?? own?.says;
  return answer && { answer, steps };
}

/** Where a chain comes back to a milestone it has named, such as the one around all others, it ends with that name. */
function decidingOn(snapshot: Snapshot, deciding: Driver | Limit | undefined): Known | undefined {
  return deciding && 'ref' in deciding ? knownRef(snapshot, deciding.ref) : undefined;
}

/** Ends where nothing else decides, and never goes in a circle. */
function chainOf(snapshot: Snapshot, ref: string, next: Next): readonly Known[] {
  const chain: Known[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = ref; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const known = knownRef(snapshot, at);
    if (!known) break;
    chain.push(known);
    const deciding = next(known, chain.at(-2));
    at = deciding && 'ref' in deciding ? deciding.ref : undefined;
  }
  return chain;
}
