// The sentences of "Why this date?": what decides one forecast, with its day. Computes no date.
import type { Day } from '../base/day';
import { type Duration, isNegative } from '../base/duration';
import { counted, type Message, message } from '../base/message';
import type { Link } from '../model/join';
import { allMilestones, milestoneRef } from '../model/planFile';
import type { Driver, MilestoneSchedule } from '../schedule/schedule';
import type { Snapshot } from '../snapshot';
import { type Known, knownRef } from './known';
import { nameFor, type StepGround, type StepWords } from './whyStep';

/** `undefined` where there is no date to explain. */
export function dateAnswer(first: Known, last: Known): Message | undefined {
  const { milestone, schedule } = first;
  const { title } = milestone;
  if (schedule.forecast === undefined) return undefined;
  const day = { day: schedule.forecast };
  if (schedule.health === 'done') return message('{title} was finished on {day}', { title, day });
  if (last === first) return message('{title} is forecast for {day}', { title, day });
  const driver = nameFor(last, first);
  return message('{title} is forecast for {day}, driven by {driver}', { title, day, driver });
}

/** What decides the forecast of one milestone. */
export function dateStep(known: Known, ground: StepGround): Message {
  const { forecast, driver } = known.schedule;
  const start = ground.before && startsIt(ground.before);
  if (start !== undefined) return message('its start, {day}', { day: { day: start } });
  if (forecast === undefined || driver === undefined) return noDate(known.schedule);
  const words = { other: ground.other, day: { day: forecast } };
  switch (driver.kind) {
    case 'completed':
      return message('finished on {day}', words);
    case 'due':
      return message('its due date, {day}', words);
    case 'start':
      return driver.day === forecast
        ? message('its start, {day}', words)
        : message('{day}, because its own work takes from {start} until then', {
            ...words,
            start: { day: driver.day },
          });
    case 'today':
      return todayStep(known, driver.day, words);
    case 'inside':
      return message('{day}, because {other}, inside it, finishes then', words);
    case 'around':
      return message('{day}, because {other}, around it, begins on {start}', {
        ...words,
        start: { day: driver.day },
      });
    case 'predecessor':
      return predecessorStep(known, ground, driver, words);
  }
}

function noDate({ health }: MilestoneSchedule): Message {
  if (health === 'done') return message('done, and nobody wrote down when');
  if (health === 'cancelled') return message('cancelled, so it has no date');
  return message('no due date, no work, and nothing dated before it');
}

/** The stated start of the milestone around it, where that decides its date. */
export function startsIt({ schedule: { driver } }: Known): Day | undefined {
  return driver?.kind === 'around' ? driver.day : undefined;
}

function todayStep({ milestone: { due, deadline }, schedule }: Known, today: Day, words: StepWords): Message {
  if (schedule.forecast !== today) return message('{day}, because its own work takes from today until then', words);
  if (schedule.lateDays !== undefined && due !== undefined)
    return message('{day}, which is today, because it was due {due}', { ...words, due: { day: due } });
  if (schedule.lateDays !== undefined && deadline !== undefined)
    return message('{day}, which is today, because its deadline was {deadline}', {
      ...words,
      deadline: { day: deadline },
    });
  return message('{day}, which is today', words);
}

type ByPredecessor = Extract<Driver, { readonly kind: 'predecessor' }>;

/** Work that has begun already is only gone on with, and that of a milestone with others inside is theirs. */
function predecessorStep(known: Known, { snapshot }: StepGround, driver: ByPredecessor, words: StepWords): Message {
  const lag = linkOf(snapshot, known, driver)?.lag;
  const because = lag === undefined ? plainly(driver, words) : withLag(driver, { ...words, lag: lagWords(lag) }, lag);
  const { earlyStart, forecast } = known.schedule;
  const begun = earlyStart !== undefined && earlyStart < known.plan.schedule.today;
  const spans = known.milestone.milestones.length > 0;
  return earlyStart === undefined ||
    begun ||
    spans ||
    earlyStart === forecast ||
    driver.type === 'FF' ||
    driver.type === 'SF'
    ? because
    : message('{because}; its work begins on {start}', { because, start: { day: earlyStart, style: 'medium' } });
}

function plainly({ type }: ByPredecessor, words: StepWords): Message {
  switch (type) {
    case 'FS':
      return message('{day}, because it follows {other}', words);
    case 'SS':
      return message('{day}, because it begins with {other}', words);
    case 'FF':
      return message('{day}, because it finishes with {other}', words);
    case 'SF':
      return message('{day}, because it finishes when {other} begins', words);
  }
}

function withLag({ type }: ByPredecessor, words: StepWords, lag: Duration): Message {
  const lead = isNegative(lag);
  switch (type) {
    case 'FS':
      return lead
        ? message('{day}, because it follows {other} less {lag}', words)
        : message('{day}, because it follows {other} plus {lag}', words);
    case 'SS':
      return lead
        ? message('{day}, because it begins with {other} less {lag}', words)
        : message('{day}, because it begins with {other} plus {lag}', words);
    case 'FF':
      return lead
        ? message('{day}, because it finishes with {other} less {lag}', words)
        : message('{day}, because it finishes with {other} plus {lag}', words);
    case 'SF':
      return lead
        ? message('{day}, because it finishes when {other} begins less {lag}', words)
        : message('{day}, because it finishes when {other} begins plus {lag}', words);
  }
}

/** The dependency may be the milestone's own or that of one around it. */
function linkOf(snapshot: Snapshot, { plan, milestone }: Known, driver: ByPredecessor): Link | undefined {
  const own = milestoneRef(plan.uri, milestone);
  const fitting = snapshot.links.filter(({ predecessor, type }) => predecessor === driver.ref && type === driver.type);
  const isAround = ({ successor }: Link) => {
    const around = knownRef(snapshot, successor);
    return around !== undefined && [...allMilestones(around.milestone.milestones)].includes(milestone);
  };
  return fitting.find(({ successor }) => successor === own) ?? fitting.find(isAround);
}

/** As it is written, without a sign. */
function lagWords(lag: Duration): Message {
  const [weeks, days, hours] = [Math.abs(lag.weeks), Math.abs(lag.days), Math.abs(lag.hours)];
  const parts: Message[] = [];
  if (weeks > 0) parts.push(counted(weeks, '{count} week', '{count} weeks'));
  if (days > 0) parts.push(counted(days, '{count} working day', '{count} working days'));
  if (hours > 0) parts.push(counted(hours, '{count} hour', '{count} hours'));
  return parts.length === 0
    ? counted(0, '{count} working day', '{count} working days')
    : parts.reduce((first, second) => message('{first} and {second}', { first, second }));
}
