// What there is to tell of a milestone or a plan, line by line, for a tooltip and for a card alike. Takes every figure from the schedule.
import { type Message, type MessageArgument, message, type Say } from '../base/message';
import type { Link } from '../model/join';
import type { Milestone } from '../model/plan';
import type { MilestoneSchedule } from '../schedule/schedule';
import type { PlanSnapshot } from '../snapshot';
import { consentLines } from './consentWords';
import { milestoneDetail, planDetail } from './detail';
import { evidenceLines, exposedLines } from './evidenceWords';
import type { Ground } from './ground';
import { nameOf } from './people';
import {
  baselineLine,
  chanceLine,
  earnedLines,
  exposureLine,
  floatLine,
  forecastLine,
  otherLooks,
  pertLines,
  simulatedLine,
  standingLine,
} from './tooltipSchedule';
import { paymentWord, stateWord } from './words';

/** Lines in the order in which they are read. Texts of the plan are as they are written. */
export interface Told {
  readonly title: string;
  /** Beside the title. */
  readonly detail: string;
  readonly notice: readonly Message[];
  readonly standing: Message;
  /** Sentences that say why it has its date, one after the other. */
  readonly why: readonly Message[];
  readonly facts: readonly Message[];
  /** Paragraphs. */
  readonly prose: readonly string[];
}

/** A milestone that comes first, with the state it is in. */
export interface Predecessor {
  readonly milestone: Milestone;
  readonly link: Link;
  /** The project it belongs to, when that is another one. */
  readonly project?: string;
}

export interface ToldParts {
  readonly predecessors: readonly Predecessor[];
  readonly ground: Ground;
  readonly say: Say;
  /** The milestone at the end of its chain of drivers, where that is another one. */
  readonly driver: MessageArgument | undefined;
  /** Sentences that say why it has its date. */
  readonly why?: readonly Message[];
}

export function toldOfMilestone(
  plan: PlanSnapshot,
  milestone: Milestone,
  schedule: MilestoneSchedule,
  more: ToldParts,
): Told {
  const { say, ground, predecessors, driver, why = [] } = more;
  return {
    title: milestone.title,
    detail: milestoneDetail(milestone, schedule, ground, say),
    notice: [],
    standing: standingLine(schedule),
    why,
    facts: [
      ...otherLooks(schedule.rag),
      ...forecastLine(milestone, schedule, driver),
      ...dates(milestone),
      ...baselineLine(milestone, schedule),
      ...floatLine(schedule),
      ...chanceLine(plan.chances?.milestones.get(milestone.key), ground.today),
      ...exposureLine(schedule.exposure, plan),
      ...(milestone.owner === undefined
        ? []
        : [message('Owner: {name}', { name: nameOf(plan.plan, milestone.owner) })]),
      progressLine(schedule),
      ...predecessors.map(predecessorLine),
      ...consentLines(plan, milestone.key, milestone.approvals),
      ...evidenceLines(plan, milestone.key),
      ...agreementLines(plan, milestone),
    ],
    prose: written(milestone.description, milestone.notes),
  };
}

/** Not every reader is told how it came about. */
function progressLine({ progressPercent: percent, progressReason: reason }: MilestoneSchedule): Message {
  return reason.text === ''
    ? message('Progress: {percent} %', { percent })
    : message('Progress: {percent} %. {reason}', { percent, reason });
}

export function toldOfPlan(plan: PlanSnapshot, say: Say): Told {
  const { schedule } = plan;
  const { client, start, deadline } = plan.plan;
  return {
    title: plan.plan.project,
    detail: planDetail(plan, say),
    notice: plan.stale ? [staleNotice()] : [],
    standing: standingLine(schedule),
    why: [],
    facts: [
      ...otherLooks(schedule.rag),
      ...(schedule.forecast === undefined ? [] : [message('Forecast: {day}', { day: { day: schedule.forecast } })]),
      ...(deadline === undefined ? [] : [message('Deadline: {day}', { day: { day: deadline } })]),
      ...chanceLine(plan.chances?.finish, schedule.today),
      ...simulatedLine(plan.chances),
      ...pertLines(schedule.pert),
      ...exposureLine(schedule.exposure, plan),
      ...exposedLines(plan),
      ...earnedLines(schedule.earned),
      ...(client === undefined ? [] : [message('Client: {name}', { name: client })]),
      ...(start === undefined ? [] : [message('Start: {day}', { day: { day: start } })]),
      message('Progress: {percent} %', { percent: schedule.progressPercent }),
      ...(plan.folder === '' ? [] : [message('Folder: {folder}', { folder: plan.folder })]),
    ],
    prose: written(plan.plan.description),
  };
}

export function staleNotice(): Message {
  return message('The file cannot be read now; this is its last good state');
}

function written(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.flatMap((text) => (text === undefined ? [] : [text]));
}

function dates({ start, started, due, deadline, completed }: Milestone): Message[] {
  const lines: Message[] = [];
  if (start !== undefined) lines.push(message('Start: {day}', { day: { day: start } }));
  if (started !== undefined && started !== start) lines.push(message('Started: {day}', { day: { day: started } }));
  if (due !== undefined) lines.push(message('Due: {day}', { day: { day: due } }));
  if (deadline !== undefined) lines.push(message('Deadline: {day}', { day: { day: deadline } }));
  if (completed !== undefined) lines.push(message('Completed: {day}', { day: { day: completed } }));
  return lines;
}

function predecessorLine({ milestone, project, link }: Predecessor): Message {
  const args = {
    title: milestone.title,
    state: milestone.status === 'in-progress' ? message('in progress') : stateWord(milestone.status),
  };
  if (project !== undefined) return message('After {title} of {project} ({state})', { ...args, project });
  return link.inCycle
    ? message('After {title} ({state}), in a circle', args)
    : message('After {title} ({state})', args);
}

function agreementLines(plan: PlanSnapshot, milestone: Milestone): Message[] {
  const lines: Message[] = [];
  const { amount, payment, clientAction, blockedBy } = milestone;
  if (amount !== undefined) {
    const money = { money: amount, currency: plan.plan.currency };
    lines.push(
      payment?.state === undefined
        ? message('Amount: {amount}', { amount: money })
        : message('Amount: {amount}, payment: {state}', { amount: money, state: paymentWord(payment.state) }),
    );
  } else if (payment?.state !== undefined)
    lines.push(message('Payment: {state}', { state: paymentWord(payment.state) }));
  if (clientAction !== undefined) lines.push(message('Next from the client: {action}', { action: clientAction }));
  if (blockedBy !== undefined)
    lines.push(
      blockedBy.who === undefined
        ? message('Waiting for: {what}', { what: blockedBy.text })
        : message('Waiting for: {what} ({name})', { what: blockedBy.text, name: nameOf(plan.plan, blockedBy.who) }),
    );
  return lines;
}
