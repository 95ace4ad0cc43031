// The parts of a summary about others: what is needed from the client, and the risks. Sees only what the audience may see.

import type { Day } from '../base/day';
import type { Duration } from '../base/duration';
import { counted, type Message, message } from '../base/message';
import { formatMoney, type Money } from '../base/money';
import type { SeenMilestone, SeenPerson, SeenRisk } from './audience';
import { escapeInline } from './markdown';
import { plain } from './plain';
import { andMore, isOpen, item, type Section, type Telling, told, unended } from './telling';

/** What only the client can do, first what is due first: their next action, a pending approval, something we wait for. */
export function needs(telling: Telling): Section | undefined {
  const found = telling.seen.milestones
    .filter((milestone) => isOpen(milestone) || milestone.status === 'on-hold')
    .sort((left, right) => (left.due ?? Infinity) - (right.due ?? Infinity))
    .flatMap((milestone) => {
      const need = needOf(telling, milestone);
      return need === undefined ? [] : [item(milestone.name, [need])];
    });
  if (found.length === 0) return undefined;
  return { heading: needsHeading(telling), body: found.join('\n') };
}

function needsHeading({ audience }: Telling): Message {
  if (audience === 'client') return message('What we need from you');
  return audience === 'team' ? message('What we need from the client') : message('Decisions needed');
}

function needOf(telling: Telling, milestone: SeenMilestone): string | undefined {
  const { clientAction, due, waiting, owner } = milestone;
  const pending = milestone.status === 'submitted' && milestone.lastApproval?.decision !== 'approved';
  if (clientAction !== undefined) {
    if (pending) return withFacts(clientAction, pendingFacts(telling, milestone));
    return withFacts(clientAction, [due === undefined ? '' : telling.say(dueBy(due, milestone)), clientName(owner)]);
  }
  if (pending) return withFacts(telling.say(reviewText(telling, milestone)), pendingFacts(telling, milestone));
  if (waiting?.who?.client) {
    const text = telling.say(message('we wait for: {what}', { what: unended(plain(waiting.text)) }));
    const since =
      waiting.since === undefined ? '' : telling.say(message('since {day}', { day: { day: waiting.since } }));
    return withFacts(text, [since, waiting.who.name]);
  }
  return undefined;
}

/** `text (fact, fact)`, escaped. */
function withFacts(text: string, facts: readonly string[]): string {
  const told = facts.filter((fact) => fact !== '').join(', ');
  const sentence = unended(plain(text, 300));
  return escapeInline(told === '' ? sentence : `${sentence} (${told})`);
}

function dueBy(due: Day, { lateDays }: SeenMilestone): Message {
  return lateDays === undefined
    ? message('by {day}', { day: { day: due } })
    : counted(lateDays, 'was due on {day}, {count} day ago', 'was due on {day}, {count} days ago', {
        day: { day: due },
      });
}

function reviewText({ audience }: Telling, { lastApproval }: SeenMilestone): Message {
  const again = lastApproval?.decision === 'changes-requested' || lastApproval?.decision === 'rejected';
  if (audience === 'client')
    return again ? message('please review the new version') : message('please review and approve the delivery');
  return again ? message('the new version waits for approval') : message('the delivery waits for approval');
}

function pendingFacts({ say }: Telling, { submitted, lastApproval, owner }: SeenMilestone): string[] {
  const facts: string[] = [];
  if (submitted !== undefined) facts.push(say(message('handed in on {day}', { day: { day: submitted } })));
  if (lastApproval?.on !== undefined)
    facts.push(say(message('changes asked for on {day}', { day: { day: lastApproval.on } })));
  facts.push(lastApproval?.by ?? clientName(owner));
  return facts;
}

function clientName(person: SeenPerson | undefined): string {
  return person?.client ? person.name : '';
}

/** Open risks, the likeliest first: all of them for the team, three for others. */
export function risks(telling: Telling): Section | undefined {
  const { audience, seen } = telling;
  if (seen.risks.length === 0) return undefined;
  const most = audience === 'team' ? seen.risks.length : 3;
  const shown = seen.risks.slice(0, most);
  const lines = shown.map((risk) => item(plain(risk.title), [...response(telling, risk), ...weight(telling, risk)]));
  return {
    heading: message('Risks'),
    body: [...lines, ...andMore(telling, seen.risks.length - shown.length)].join('\n'),
  };
}

function response(telling: Telling, { response }: SeenRisk): string[] {
  return response === undefined
    ? []
    : [told(telling, message('our response: {response}', { response: unended(plain(response, 300)) }))];
}

/** For the team: probability, impact, exposure (probability × impact) and owner. */
function weight(telling: Telling, { probability, impact, owner }: SeenRisk): string[] {
  const facts: Message[] = [];
  if (probability !== undefined)
    facts.push(message('probability {percent} %', { percent: Number((probability * 100).toFixed(1)) }));
  if (impact) {
    facts.push(message('impact {impact}', { impact: size(telling, impact, 1) }));
    if (probability !== undefined)
      facts.push(message('exposure {exposure}', { exposure: size(telling, impact, probability) }));
  }
  if (owner !== undefined) facts.push(message('owner {name}', { name: owner }));
  return facts.map((fact) => told(telling, fact));
}

function size(telling: Telling, impact: NonNullable<SeenRisk['impact']>, share: number): string {
  if ('time' in impact) return durationText(telling, impact.time, share);
  // A probability has few digits, so ten-thousandths of it keep the product exact.
  const part = (impact.money * BigInt(Math.round(share * 10_000))) / 10_000n;
  return formatMoney(part as Money, telling.locale, telling.seen.currency);
}

function durationText({ say }: Telling, { weeks, days, hours }: Duration, share: number): string {
  const rounded = (value: number) => Number((value * share).toFixed(2));
  const parts = [
    weeks === 0 ? undefined : counted(rounded(weeks), '{count} week', '{count} weeks'),
    days === 0 ? undefined : counted(rounded(days), '{count} day', '{count} days'),
    hours === 0 ? undefined : counted(rounded(hours), '{count} hour', '{count} hours'),
  ];
  return parts.flatMap((part) => (part ? [say(part)] : [])).join(' ');
}
