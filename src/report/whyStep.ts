// What the sentences about one step of a chain share. Knows no chain.
import { type DayArgument, type Message, type MessageArgument, message } from '../base/message';
import { titled } from '../schedule/naming';
import type { Snapshot } from '../snapshot';
import type { Known } from './known';

/** What a step's sentence may look at beside its own milestone. */
export interface StepGround {
  readonly snapshot: Snapshot;
  /** The milestone that this one decides. */
  readonly before: Known | undefined;
  /** The title of the milestone that decides this one, with its project where that is not the first one's. */
  readonly other: MessageArgument;
}

/** What the words of a step are filled in with. */
export interface StepWords extends Readonly<Record<string, MessageArgument>> {
  readonly other: MessageArgument;
  readonly day: DayArgument;
}

/** A milestone as a sentence about another one names it: with its project and its owner where those are not the same. */
export function nameFor(named: Known, speaker: Known): MessageArgument {
  return titled(
    { milestone: named.milestone, plan: named.plan.plan },
    { milestone: speaker.milestone, plan: speaker.plan.plan },
  );
}

/** A milestone by its title, with its project where that is not that of the first one. */
export function titleFor({ plan, milestone }: Known, first: Known): string | Message {
  const { title } = milestone;
  return plan.uri === first.plan.uri ? title : message('{title} of {project}', { title, project: plan.plan.project });
}
