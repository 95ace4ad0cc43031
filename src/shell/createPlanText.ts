// The text of a new plan: small, commented, with dates from today to the target. Pure: knows no editor and no clock.
import { addDays, type Day, isoDay, weekday } from '../base/day';
import { message, type Say } from '../base/message';
import { fresh } from '../model/spliceScalar';

export interface NewPlan {
  readonly project: string;
  readonly today: Day;
  /** The last milestone is due on this day, or on the Friday before a weekend. */
  readonly target: Day;
}

/** The text, and where in it the title of the first milestone stands. */
export interface NewPlanText {
  readonly text: string;
  readonly title: { readonly start: number; readonly end: number };
}

export function newPlanText({ project, today, target }: NewPlan, say: Say): NewPlanText {
  const [agreed, shown, ready, handed] = spread(today, target);
  const title = scalar(say(message('Scope agreed')));
  const head = [
    comment(say(message('A plan of milestones. A title and a date for each are enough;'))),
    comment(say(message('the rest is here to try, and can go.'))),
    `project: ${scalar(project)}`,
    '',
    'milestones:',
    `  - id: scope ${comment(say(message('names it for good, also when the title changes')))}`,
    '    title: ',
  ].join('\n');
  const body = [
    `    due: ${agreed} ${comment(say(message('the last day that still counts')))}`,
    `    acceptanceCriteria: ${comment(say(message('how both sides know that it is done')))}`,
    `      - ${scalar(say(message('What is in and what is out is written down')))}`,
    '',
    '  - id: first-version',
    `    title: ${scalar(say(message('First version to look at')))}`,
    `    due: ${shown}`,
    `    dependsOn: [scope] ${comment(say(message('this cannot be done before that')))}`,
    `    tasks: ${comment(say(message('tick them in the tree')))}`,
    `      - ${scalar(say(message('Make it')))}`,
    `      - ${scalar(say(message('Show it')))}`,
    '',
    '  - id: feedback',
    `    title: ${scalar(say(message('Feedback worked in')))}`,
    `    due: ${ready}`,
    '    dependsOn: [first-version]',
    '',
    '  - id: handover',
    `    title: ${scalar(say(message('Handed over')))}`,
    `    due: ${handed}`,
    '    dependsOn: [feedback]',
    '',
  ].join('\n');
  return { text: `${head}${title}\n${body}`, title: { start: head.length, end: head.length + title.length } };
}

/** Four days in order, as even as the weekends allow; the last one is the target, or the Friday before it. */
function spread(today: Day, target: Day): readonly [string, string, string, string] {
  const last = workday(target) < today ? target : workday(target);
  const at = (quarter: number) => {
    const even = workday(addDays(today, Math.round(((last - today) * quarter) / 4)));
    return isoDay(even < today ? today : even);
  };
  return [at(1), at(2), at(3), isoDay(last)];
}

/** The day itself from Monday to Friday, else the Friday before. */
function workday(day: Day): Day {
  return addDays(day, -Math.max(0, weekday(day) - 5));
}

function scalar(text: string): string {
  return fresh({ kind: 'text', value: text });
}

function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}`;
}
