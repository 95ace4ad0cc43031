// The status summary a person hands on, as Markdown: the same for the same snapshot, audience and language. Knows no editor.
import type { Day } from '../base/day';
import { counted, type Message, message, type Say } from '../base/message';
import type { Snapshot } from '../snapshot';
import { type Audience, seenBy } from './audience';
import { escapeMarkdown } from './markdown';
import { plain } from './plain';
import { needs, risks } from './summaryNeeds';
import { milestoneTable, money } from './summaryTables';
import { attention, delivered, internal, next } from './summaryWork';
import { ended, isOpen, type Section, type Telling, told } from './telling';
import { planState, stateWord } from './words';

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
  const tellings = plans.map((plan) => ({ ...options, seen: seenBy(plan, options.audience) }));
  const first = tellings[0];
  if (first && tellings.length === 1) return `${project(first, titleOfOne(first), '#')}\n`;
  const day = { day: { day: snapshot.today } };
  const sections = tellings.map((telling) => project(telling, message('{project}', named(telling)), '##'));
  if (sections.length === 0) sections.push(told(options, message('There is no plan yet.')));
  return `${[`# ${told(options, message('Status on {day}', day))}`, ...sections].join('\n\n')}\n`;
}

function titleOfOne({ seen }: Telling): Message {
  return message('{project}: status on {day}', { project: plain(seen.project), day: { day: seen.today } });
}

function named({ seen }: Telling): { readonly project: string } {
  return { project: plain(seen.project) };
}

function project(telling: Telling, title: Message, marks: string): string {
  const sections = partsFor(telling).flatMap((section) =>
    section ? [`${marks}# ${told(telling, section.heading)}`, section.body] : [],
  );
  return [`${marks} ${told(telling, title)}`, ...opening(telling), ...sections].join('\n\n');
}

function partsFor(telling: Telling): readonly (Section | undefined)[] {
  if (telling.audience === 'executive') return [money(telling), risks(telling), needs(telling)];
  const common = [delivered(telling), next(telling), milestoneTable(telling), needs(telling), risks(telling)];
  return telling.audience === 'client'
    ? [...common, money(telling)]
    : [attention(telling), ...common, money(telling), internal(telling)];
}

/** For whom it is, the headline, and the health in one word with its reason. */
function opening(telling: Telling): string[] {
  const { seen, say, audience } = telling;
  const lines: string[] = [];
  if (seen.stale)
    lines.push(`*${told(telling, message('The plan file cannot be read now. This is its last good state.'))}*`);
  if (audience === 'client' && seen.client !== undefined)
    lines.push(told(telling, message('For {client}', { client: plain(seen.client) })));
  lines.push(told(telling, headline(telling)));
  if (seen.milestones.length > 0) {
    const state = message('Health: {state}.', { state: stateWord(planState(seen)) });
    lines.push(`**${told(telling, state)}** ${ended(escapeMarkdown(say(seen.healthReason)))}`);
  }
  if (seen.errors !== undefined && seen.errors > 0)
    lines.push(
      told(
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

function headline({ seen }: Telling): Message {
  const { counts, progressPercent: percent, deadline } = seen;
  const args = { percent, project: plain(seen.project) };
  if (seen.milestones.length === 0) return message('No milestones are planned yet.');
  if (counts.total > 0 && counts.done === counts.total)
    return finished(seen.milestones.flatMap((each) => each.completed ?? []));
  const finish = lastForecast(seen.milestones);
  if (!seen.milestones.some(({ begun }) => begun))
    return finish === undefined
      ? message('Work has not started yet.')
      : message('Work has not started yet; the last milestone is planned for {finish}.', { finish: { day: finish } });
  if (finish === undefined) return message('{project} is {percent} % complete.', args);
  const dated = { ...args, finish: { day: finish } };
  return deadline === undefined
    ? message('{project} is {percent} % complete and is expected to finish on {finish}.', dated)
    : message('{project} is {percent} % complete and is expected to finish on {finish}; the deadline is {deadline}.', {
        ...dated,
        deadline: { day: deadline },
      });
}

function finished(days: readonly Day[]): Message {
  const last = days.reduce<Day | undefined>(
    (latest, day) => (latest === undefined || day > latest ? day : latest),
    undefined,
  );
  return last === undefined
    ? message('All the work is done.')
    : message('All the work is done; the last of it was finished on {day}.', { day: { day: last } });
}

/** The latest forecast; `undefined` while something open at the top has none, because then the end is not known. */
function lastForecast(milestones: Telling['seen']['milestones']): Day | undefined {
  const open = milestones.filter(isOpen);
  if (open.length === 0 || open.some(({ depth, forecast }) => depth === 0 && forecast === undefined)) return undefined;
  return open.reduce<Day | undefined>(
    (latest, { forecast }) =>
      forecast !== undefined && (latest === undefined || forecast > latest) ? forecast : latest,
    undefined,
  );
}
