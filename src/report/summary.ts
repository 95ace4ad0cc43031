// The status summary a person hands on, as Markdown: the same for the same snapshot, audience and language. Knows no editor.
import type { Day } from '../base/day';
import { counted, type Message, message, type Say } from '../base/message';
import type { Snapshot } from '../snapshot';
import { type Audience, type SeenPlan, seenBy } from './audience';
import { findIn } from './audienceReasons';
import { escapeInline } from './markdown';
import { plain } from './plain';
import { headline } from './summaryHeadline';
import { needs, risks } from './summaryNeeds';
import { milestoneTable, money } from './summaryTables';
import { attention, delivered, internal, later, next } from './summaryWork';
import { ended, type Section, type Telling, told, toldAsLine } from './telling';
import { colorWord, planState, stateWord } from './words';

export interface SummaryOptions {
  /** URI of one plan; without it, every plan gets a section. */
  readonly plan?: string;
  readonly audience: Audience;
  readonly say: Say;
  /** BCP 47, for dates and amounts. */
  readonly locale: string;
  /** The day of the last summary: only what was completed after it counts as delivered. */
  readonly since?: Day;
}

/** Ends with one line break. @throws RangeError when there is no plan with the URI `plan`. */
export function summaryMarkdown(snapshot: Snapshot, options: SummaryOptions): string {
  const plans = snapshot.plans.filter(({ uri }) => options.plan === undefined || uri === options.plan);
  if (options.plan !== undefined && plans.length === 0) throw new RangeError(`No such plan: ${options.plan}`);
  const find = findIn(snapshot.plans);
  const tellings = plans.map((plan) => ({ ...options, seen: seenBy(plan, options.audience, find) }));
  const first = tellings[0];
  if (first && tellings.length === 1) return `${project(first, told(first, titleOfOne(first)), '#')}\n`;
  const day = { day: { day: snapshot.today } };
  const sections = tellings.map((telling) => project(telling, escapeInline(plain(telling.seen.project)), '##'));
  if (sections.length === 0) sections.push(toldAsLine(options, message('There is no plan yet.')));
  return `${[`# ${told(options, message('Status on {day}', day))}`, ...sections].join('\n\n')}\n`;
}

function titleOfOne({ seen }: Telling): Message {
  return message('{project}: status on {day}', { project: plain(seen.project), day: { day: seen.today } });
}

function project(telling: Telling, title: string, marks: string): string {
  const sections = partsFor(telling).flatMap((section) =>
    section ? [`${marks}# ${told(telling, section.heading)}`, section.body] : [],
  );
  return [`${marks} ${title}`, ...opening(telling), ...sections].join('\n\n');
}

function partsFor(telling: Telling): readonly (Section | undefined)[] {
  if (telling.audience === 'executive') return [later(telling), money(telling), risks(telling), needs(telling)];
  const table = milestoneTable(telling);
  const common = [delivered(telling), next(telling), later(telling), table, needs(telling), risks(telling)];
  return telling.audience === 'client'
    ? [...common, money(telling)]
    : [attention(telling), ...common, money(telling), internal(telling)];
}

/** For whom it is, the headline, and the health in one word with its reason. */
function opening(telling: Telling): string[] {
  const { seen, audience } = telling;
  const lines: string[] = [];
  if (seen.stale)
    lines.push(`*${told(telling, message('The plan file cannot be read now. This is its last good state.'))}*`);
  if (audience === 'client' && seen.client !== undefined)
    lines.push(toldAsLine(telling, message('For {client}', { client: plain(seen.client) })));
  const chance = chanceOf(telling);
  lines.push([headline(seen), ...(chance ? [chance] : [])].map((line) => toldAsLine(telling, line)).join(' '));
  if (seen.milestones.length > 0)
    lines.push(`**${told(telling, healthOf(seen))}** ${ended(told(telling, seen.healthReason))}`);
  if (seen.errors !== undefined && seen.errors > 0)
    lines.push(
      toldAsLine(
        telling,
        counted(
          seen.errors,
          'The plan file has {count} error, so a figure here may be wrong.',
          'The plan file has {count} errors, so figures here may be wrong.',
        ),
      ),
    );
  return lines;
}

function healthOf(seen: SeenPlan): Message {
  const state = stateWord(planState(seen));
  return seen.color === undefined
    ? message('Health: {state}.', { state })
    : message('Health: {state} ({color}).', { state, color: colorWord(seen.color) });
}

/** How sure the end is, where it is not certain. */
function chanceOf({ seen }: Telling): Message | undefined {
  const { p80, onTimePercent: percent } = seen;
  if (p80 === undefined) return undefined;
  const day = { day: p80 };
  return percent === undefined
    ? message('It is 80 % likely to be finished by {day}.', { day })
    : message('It is 80 % likely to be finished by {day}; the deadline is kept in {percent} of 100 cases.', {
        day,
        percent: Math.round(percent),
      });
}
