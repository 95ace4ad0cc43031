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

/** Nothing can be said against the plan on the day it is written: what a good milestone has is there to see, and to change. */
export function newPlanText({ project, today, target }: NewPlan, say: Say): NewPlanText {
  const dues = spread(today, target);
  const title = scalar(say(message('Scope agreed')));
  const head = [
    comment(say(message('A plan of milestones. A title and a date for each are enough;'))),
    comment(say(message('the rest is here to try, and can go.'))),
    `project: ${scalar(project)}`,
    `start: ${isoDay(today)}`,
    ...calendar(dues, say),
    'people:',
    `  me: { name: ${scalar(say(message('Me')))} } ${comment(say(message('everybody who has a part in it, with a short key')))}`,
    '',
    'milestones:',
    `  - id: scope ${comment(say(message('names it for good, also when the title changes')))}`,
    '    title: ',
  ].join('\n');
  const versions = dues.slice(2, -2).map((due, at) => version(at + 2, due, say));
  const body = [first(dues[0], say), firstVersion(dues[1], say), ...versions, ...last(dues, say)].join('\n\n');
  return { text: `${head}${title}\n${body}\n`, title: { start: head.length, end: head.length + title.length } };
}

function first(due: Day | undefined, say: Say): string {
  return [
    `    description: ${scalar(say(message('What is to be reached, and what is left out.')))}`,
    `    due: ${written(due)} ${comment(say(message('the last day that still counts')))}`,
    `    owner: me ${comment(say(message('who answers for it')))}`,
    `    acceptanceCriteria: ${comment(say(message('how both sides know that it is done')))}`,
    `      - ${scalar(say(message('What is in and what is out is written down on 1 page')))}`,
  ].join('\n');
}

function firstVersion(due: Day | undefined, say: Say): string {
  return [
    '  - id: first-version',
    `    title: ${scalar(say(message('First version to look at')))}`,
    `    description: ${scalar(say(message('Everything has its place; not everything is finished.')))}`,
    `    due: ${written(due)}`,
    '    owner: me',
    `    dependsOn: [scope] ${comment(say(message('this cannot be done before that')))}`,
    `    tasks: ${comment(say(message('tick them in the tree')))}`,
    `      - ${scalar(say(message('Make it')))}`,
    `      - ${scalar(say(message('Show it')))}`,
    '    acceptanceCriteria:',
    `      - ${scalar(say(message('Shown to 3 people who will use it')))}`,
  ].join('\n');
}

/** Of a plan for many months: one checkpoint more, so that no delay stays unseen for long. */
function version(number: number, due: Day, say: Say): string {
  return [
    `  - id: version-${number}`,
    `    title: ${scalar(say(message('Version {number} to look at', { number })))}`,
    `    description: ${scalar(say(message('What has been made since the version before.')))}`,
    `    due: ${isoDay(due)}`,
    '    owner: me',
    `    dependsOn: [${number === 2 ? 'first-version' : `version-${number - 1}`}]`,
    '    acceptanceCriteria:',
    `      - ${scalar(say(message('Shown to 3 people who will use it')))}`,
  ].join('\n');
}

function last(dues: readonly Day[], say: Say): readonly string[] {
  const feedback = [
    '  - id: feedback',
    `    title: ${scalar(say(message('Feedback worked in')))}`,
    `    description: ${scalar(say(message('What those who tried it have said, and what follows from it.')))}`,
    `    due: ${written(dues.at(-2))}`,
    '    owner: me',
    `    dependsOn: [${dues.length > 4 ? `version-${dues.length - 3}` : 'first-version'}]`,
    '    acceptanceCriteria:',
    `      - ${scalar(say(message('0 comments are without an answer')))}`,
  ];
  const handover = [
    '  - id: handover',
    `    title: ${scalar(say(message('Handed over')))}`,
    `    description: ${scalar(say(message('Everything that was agreed is where it belongs.')))}`,
    `    due: ${written(dues.at(-1))}`,
    '    owner: me',
    '    dependsOn: [feedback]',
    '    acceptanceCriteria:',
    `      - ${scalar(say(message('Accepted in writing within 5 days')))}`,
  ];
  return [feedback.join('\n'), handover.join('\n')];
}

/** A plan for the weekend it is written on says that this is a weekend of work. */
function calendar(dues: readonly Day[], say: Say): readonly string[] {
  const days = [...new Set(dues)].filter((due) => weekday(due) > 5).map(isoDay);
  if (days.length === 0) return [];
  return [`calendar: { workdays: [${days.join(', ')}] } ${comment(say(message('a weekend that is worked')))}`];
}

const longestStep = 56;
const mostCheckpoints = 40;

/** At least four days in order, as even as the weekends allow, none more than eight weeks behind the other; the last one is the target, or the Friday before it. */
function spread(today: Day, target: Day): readonly Day[] {
  const last = workday(target) < today ? target : workday(target);
  const count = Math.min(mostCheckpoints, Math.max(4, Math.ceil((last - today) / longestStep)));
  const at = (part: number) => {
    const even = workday(addDays(today, Math.round(((last - today) * part) / count)));
    return even < today ? today : even;
  };
  return [...Array.from({ length: count - 1 }, (_, part) => at(part + 1)), last];
}

/** The day itself from Monday to Friday, else the Friday before. */
function workday(day: Day): Day {
  return addDays(day, -Math.max(0, weekday(day) - 5));
}

function written(day: Day | undefined): string {
  return day === undefined ? '' : isoDay(day);
}

function scalar(text: string): string {
  return fresh({ kind: 'text', value: text });
}

function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}`;
}
