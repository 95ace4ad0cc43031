// What a person's own template of a summary may name: the plan as its audience sees it, in words and dates of its language. Made of nothing the audience may not see.
import { type Day, formatDay, isoDay } from '../base/day';
import { formatMoney, type Money } from '../base/money';
import type { Snapshot } from '../snapshot';
import type { SeenMilestone } from './audience';
import type { Runs } from './document';
import { textOf } from './documentRuns';
import { plain } from './plain';
import { type SummaryOptions, tellingOf } from './summary';
import { headline } from './summaryHeadline';
import { money } from './summaryMoney';
import { moved } from './summaryMoved';
import { approvals, needs } from './summaryNeeds';
import { risks } from './summaryRisks';
import { runsIn } from './summaryTrace';
import { delivered, later, next } from './summaryWork';
import type { Section, Telling } from './telling';
import type { TemplateValues } from './template';
import { colorWord, planState, stateWord } from './words';

/** Of one plan, the one `options` names or the only one. @throws RangeError when there is no such plan. */
export function templateView(snapshot: Snapshot, options: SummaryOptions): TemplateValues {
  const plan = snapshot.plans.find(({ uri }) => options.plan === undefined || uri === options.plan);
  if (!plan) throw new RangeError(`No such plan: ${options.plan ?? ''}`);
  const telling = tellingOf(snapshot, plan, options);
  const { seen, say, locale, since, audience } = telling;
  const dates = datesIn(locale);
  return {
    project: plain(seen.project),
    client: seen.client === undefined ? undefined : plain(seen.client),
    audience,
    ...dates('day', seen.today),
    ...dates('since', since),
    ...dates('deadline', seen.deadline),
    ...dates('forecast', seen.forecast),
    headline: say(headline(seen)),
    health: say(stateWord(planState(seen))),
    color: seen.color === undefined ? undefined : say(colorWord(seen.color)),
    reason: say(seen.healthReason),
    progress: seen.progressPercent,
    milestones: seen.milestones.map((milestone) => milestoneValues(telling, milestone)),
    delivered: listed(delivered(telling)),
    next: listed(next(telling)),
    later: listed(later(telling)),
    moved: listed(moved(telling)),
    needs: listed(needs(telling)),
    risks: listed(risks(telling)),
    approvals: listed(approvals(telling)),
    money: tabled(money(telling)),
  };
}

function milestoneValues({ say, locale, seen }: Telling, milestone: SeenMilestone): TemplateValues {
  const { title, name, status, depth, progressPercent, finishVarianceDays, lateDays, owner, amount, notes } = milestone;
  const dates = datesIn(locale);
  const amountText = (value: Money) => formatMoney(value, locale, seen.currency);
  return {
    title,
    name,
    depth,
    inside: depth > 0,
    status: say(stateWord(status === 'in-progress' ? 'on-track' : status)),
    done: status === 'done',
    open: status !== 'done' && status !== 'cancelled',
    progress: progressPercent,
    ...dates('due', milestone.due),
    ...dates('deadline', milestone.deadline),
    ...dates('baseline', milestone.baseline),
    ...dates('forecast', milestone.forecast),
    ...dates('completed', milestone.completed),
    variance: finishVarianceDays,
    late: lateDays,
    owner: owner?.name,
    amount: amount === undefined ? undefined : amountText(amount),
    notes: notes === undefined ? undefined : plain(notes, 500),
  };
}

/** A date in words, and with `Iso` at the end of its name as in the plan. */
function datesIn(locale: string): (name: string, day: Day | undefined) => TemplateValues {
  return (name, day) =>
    day === undefined ? {} : { [name]: formatDay(day, locale, 'long'), [`${name}Iso`]: isoDay(day) };
}

/** A section that exists only where something is in it. Each entry has its `title`, the rest as `text`, and both as `line`. */
function listed(section: Section | undefined): TemplateValues | undefined {
  if (!section) return undefined;
  const items = section.blocks.flatMap((block): readonly Runs[] => {
    if (block.kind === 'list') return block.items;
    if (block.kind === 'paragraph') return [block.runs];
    return block.kind === 'table' ? rowsOf(block) : [];
  });
  return { items: items.map(itemValues) };
}

function tabled(section: Section | undefined): TemplateValues | undefined {
  if (!section) return undefined;
  const items = section.blocks.flatMap((block): readonly TemplateValues[] => {
    if (block.kind === 'table')
      return rowsOf(block).map((cells) => {
        const [state = '', amount = '', ...others] = cells.map(textOf);
        return {
          title: state,
          text: [amount, ...others].filter((cell) => cell !== '').join(', '),
          line: `${state} – ${amount}`,
        };
      });
    return runsIn(block).length === 0 ? [] : [itemValues(runsIn(block))];
  });
  return { items };
}

/** The cells of each row, one text a cell. */
function rowsOf({ columns }: { readonly columns: readonly { readonly cells: readonly Runs[] }[] }): readonly Runs[] {
  const rows = columns[0]?.cells.length ?? 0;
  return Array.from({ length: rows }, (_, row) => columns.map(({ cells }) => (cells[row] ?? []).map(textOf).join('')));
}

function itemValues(runs: Runs): TemplateValues {
  const [first, ...rest] = runs;
  const line = runs.map(textOf).join('').trim();
  if (typeof first !== 'object' || first.kind !== 'strong') return { text: line, line };
  return {
    title: first.text,
    text: rest
      .map(textOf)
      .join('')
      .replace(/^[ –.]+/, '')
      .trim(),
    line,
  };
}
