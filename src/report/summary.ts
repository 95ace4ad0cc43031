// The status summary a person hands on, as a document: the same for the same snapshot, audience and language. Knows no editor and no format.
import type { Promised } from '../agreement/promises';
import type { Day } from '../base/day';
import { type Message, message, type Say } from '../base/message';
import type { PlanSnapshot, Snapshot } from '../snapshot';
import { type Audience, seenBy } from './audience';
import { seenPromises } from './audienceAgreement';
import { findIn } from './audienceReasons';
import type { Block, Document, Trace } from './document';
import { documentMarkdown } from './documentMarkdown';
import { given } from './given';
import { plain } from './plain';
import { brevityFor, shortened } from './summaryLength';
import { gantt, opening, partsFor } from './summaryParts';
import { whereFrom } from './summaryTrace';
import type { Telling } from './telling';

export interface SummaryOptions {
  /** URI of one plan; without it, every plan gets a section. */
  readonly plan?: string;
  readonly audience: Audience;
  readonly say: Say;
  /** BCP 47, for dates and amounts. */
  readonly locale: string;
  /** The day the period begins, usually that of the last summary: only what was completed on it or later counts as delivered. */
  readonly since?: Day;
  /** What was promised to the same reader before. `label` says where, such as `contract-v1`; without it, `since` does. For one plan only. */
  readonly before?: { readonly label?: string | Message; readonly promises: readonly Promised[] };
  /** A Gantt chart as a Mermaid block, which only Markdown shows. */
  readonly mermaid?: boolean;
  /** Where a figure comes from, such as `website.milestones.yaml:12`; with it, a table at the end names the place of every figure. */
  readonly trace?: (trace: Trace) => string | undefined;
}

/** Ends with one line break. @throws RangeError when there is no plan with the URI `plan`. */
export function summaryMarkdown(snapshot: Snapshot, options: SummaryOptions): string {
  return documentMarkdown(summaryDocument(snapshot, options));
}

/** @throws RangeError when there is no plan with the URI `plan`. */
export function summaryDocument(snapshot: Snapshot, options: SummaryOptions): Document {
  const plans = snapshot.plans.filter(({ uri }) => options.plan === undefined || uri === options.plan);
  if (options.plan !== undefined && plans.length === 0) throw new RangeError(`No such plan: ${options.plan}`);
  const [only, ...others] = plans;
  if (only && others.length === 0) {
    const { project } = only.plan;
    const title = message('{project}: status on {day}', { project: plain(project), day: { day: only.schedule.today } });
    return whole(options, title, [...sectionOf(tellingOf(snapshot, only, options), 1)]);
  }
  const title = message('Status on {day}', { day: { day: snapshot.today } });
  const sections = plans.flatMap((plan): readonly Block[] => [
    { kind: 'heading', level: 2, runs: [plain(plan.plan.project)] },
    ...sectionOf({ ...tellingOf(snapshot, plan, options), plan: plan.uri }, 2),
  ]);
  const none: Block = { kind: 'paragraph', runs: [options.say(message('There is no plan yet.'))] };
  return whole(options, title, sections.length === 0 ? [none] : sections);
}

function whole(options: SummaryOptions, heading: Message, blocks: readonly Block[]): Document {
  const { say, locale, trace } = options;
  const title = plain(say(heading), 500);
  const origin = trace ? whereFrom(blocks, say, trace) : [];
  return { title, locale, blocks: [{ kind: 'heading', level: 1, runs: [title] }, ...blocks, ...origin] };
}

export function tellingOf(snapshot: Snapshot, plan: PlanSnapshot, options: SummaryOptions): Telling {
  const { audience, say, locale, since, before, mermaid = false } = options;
  return {
    seen: seenBy(plan, audience, findIn(snapshot.plans)),
    audience,
    say,
    locale,
    ...given({ since }),
    ...(before ? { promises: seenPromises(plan, before.promises), ...given({ label: before.label }) } : {}),
    brevity: brevityFor(audience, since),
    mermaid,
  };
}

/** `level` is that of the heading above. */
function sectionOf(telling: Telling, level: 1 | 2): readonly Block[] {
  return shortened(telling, (brief) => [
    ...opening(brief),
    ...partsFor(brief).flatMap((section): readonly Block[] =>
      section
        ? [
            { kind: 'heading', level: level === 1 ? 2 : 3, runs: [plain(brief.say(section.heading), 500)] },
            ...section.blocks,
          ]
        : [],
    ),
    ...gantt(brief),
  ]);
}
