// The parts of a summary about what only the client can do: next actions, reviews, answers to requests, and what they decided. Sees only what the audience may see.
import { fieldWord } from '../agreement/fieldWords';
import type { Day } from '../base/day';
import { counted, type Message, message } from '../base/message';
import type { SeenMilestone, SeenPerson } from './audience';
import type { Run, Runs } from './document';
import { ofMilestone, told } from './summaryFigures';
import { andMore, briefly, isOpen, item, listOf, type Section, type Telling, unended } from './telling';
import { decisionWord } from './words';

/** First what is due first: their next action, a pending approval, a request without an answer, something we wait for. */
export function needs(telling: Telling): Section | undefined {
  const found = telling.seen.milestones
    .filter((milestone) => isOpen(milestone) || milestone.status === 'on-hold')
    .sort((left, right) => (left.due ?? Infinity) - (right.due ?? Infinity))
    .flatMap((milestone) => {
      const need = needOf(telling, milestone);
      return need === undefined ? [] : [item(telling, milestone.name, [need])];
    });
  if (found.length === 0) return undefined;
  const shown = found.slice(0, telling.brevity.needs);
  return {
    heading: needsHeading(telling),
    blocks: listOf([...shown, ...andMore(telling, found.length - shown.length)]),
  };
}

function needsHeading({ audience }: Telling): Message {
  return audience === 'client' ? message('What we need from you') : message('What we need from the client');
}

/** One milestone may need several things. */
function needOf(telling: Telling, milestone: SeenMilestone): Runs | undefined {
  const { clientAction, due, waiting, owner } = milestone;
  const pending = milestone.status === 'submitted' && milestone.lastApproval?.decision !== 'approved';
  const asked = askedFor(telling, milestone);
  const own: Runs[] = [];
  if (clientAction !== undefined) {
    const by = due === undefined ? [] : told(telling, dueBy(due, milestone), ofMilestone(milestone, 'due'));
    const facts = pending ? pendingFacts(telling, milestone) : [by, clientName(telling, owner)];
    own.push(withFacts([text(telling, clientAction)], facts));
  } else if (pending && !asked)
    own.push(withFacts(told(telling, reviewText(telling, milestone)), pendingFacts(telling, milestone)));
  if (asked) own.push(asked);
  if (own.length === 0 && waiting?.who?.client) {
    const what = unended(briefly(waiting.text, telling.brevity.text));
    const since =
      waiting.since === undefined
        ? []
        : told(telling, message('since {day}', { day: { day: waiting.since } }), ofMilestone(milestone, 'blockedBy'));
    own.push(
      withFacts(told(telling, message('we wait for: {what}', { what })), [since, clientName(telling, waiting.who)]),
    );
  }
  return own.length === 0 ? undefined : own.flatMap((each, at) => (at === 0 ? each : ['; ', ...each]));
}

function text({ brevity }: Telling, written: string): string {
  return unended(briefly(written, brevity.text));
}

/** `text (fact, fact)`. */
function withFacts(text: Runs, facts: readonly Runs[]): Runs {
  const shown = facts.filter((fact) => fact.length > 0 && fact.some((run) => run !== ''));
  if (shown.length === 0) return text;
  return [...text, ' (', ...shown.flatMap((fact, at) => (at === 0 ? fact : [', ', ...fact])), ')'];
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

function pendingFacts(telling: Telling, milestone: SeenMilestone): Runs[] {
  const { submitted, reviewEnds, lastApproval, owner } = milestone;
  const facts: Runs[] = [];
  if (submitted !== undefined)
    facts.push(
      told(telling, message('handed in on {day}', { day: { day: submitted } }), ofMilestone(milestone, 'payment')),
    );
  if (submitted !== undefined && reviewEnds !== undefined) {
    const day = { day: { day: reviewEnds } };
    const isPast = reviewEnds < telling.seen.today;
    facts.push(
      told(
        telling,
        isPast ? message('answer was due on {day}', day) : message('answer by {day}', day),
        ofMilestone(milestone, 'payment'),
      ),
    );
  }
  if (lastApproval?.on !== undefined)
    facts.push(
      told(
        telling,
        message('changes asked for on {day}', { day: { day: lastApproval.on } }),
        ofMilestone(milestone, 'approvals'),
      ),
    );
  facts.push([briefly(lastApproval?.by ?? '', telling.brevity.title) || (clientName(telling, owner)[0] ?? '')]);
  return facts;
}

function clientName({ brevity }: Telling, person: SeenPerson | undefined): readonly string[] {
  return person?.client ? [briefly(person.name, brevity.title)] : [];
}

/** An answer to a request, or a new approval of what has changed since. */
function askedFor(telling: Telling, milestone: SeenMilestone): Runs | undefined {
  const { consent } = milestone;
  if (!consent) return undefined;
  const { request, state } = consent;
  if (request && state === 'requested') {
    const asked = told(telling, requestText(telling, request.on), ofMilestone(milestone, 'approvals'));
    return [...asked, ...codeOf(telling, request.code)];
  }
  if (state !== 'stale') return undefined;
  const fields = consent.changed.slice(0, 3).map(fieldWord);
  if (fields.length === 0) return told(telling, staleText(telling));
  const [first, ...others] = fields;
  const what = first === undefined ? '' : others.reduce((all, each) => message('{all}, {each}', { all, each }), first);
  return told(telling, staleTextOf(telling, what));
}

function requestText({ audience }: Telling, on: Day): Message {
  const day = { day: { day: on } };
  return audience === 'client'
    ? message('please answer our request for approval of {day}', day)
    : message('the request for approval of {day} has no answer yet', day);
}

function codeOf({ say }: Telling, code: string | undefined): Runs {
  if (code === undefined) return [];
  const shown: Run = { kind: 'code', text: code };
  return [` (${say(message('code'))} `, shown, ')'];
}

function staleText({ audience }: Telling): Message {
  return audience === 'client'
    ? message('it has changed since it was approved; please approve it again')
    : message('it has changed since it was approved');
}

function staleTextOf({ audience }: Telling, what: string | Message): Message {
  return audience === 'client'
    ? message('changed since it was approved: {what}; please approve it again', { what })
    : message('changed since it was approved: {what}', { what });
}

/** Approvals that are written down, the newest first; with `since`, only those made on that day or later. */
export function approvals(telling: Telling): Section | undefined {
  const { seen, since, brevity } = telling;
  const found = seen.milestones
    .flatMap(({ key, name, consent, status }) =>
      consent?.decision?.decision === 'approved' && status !== 'cancelled'
        ? [{ key, name, consent, decision: consent.decision }]
        : [],
    )
    .filter(({ decision: { on } }) => since === undefined || (on !== undefined && on >= since))
    .sort((left, right) => (right.decision.on ?? -1e9) - (left.decision.on ?? -1e9));
  if (found.length === 0) return undefined;
  const shown = found.slice(0, brevity.approvals);
  const lines = shown.map(({ key, name, consent, decision: { by, decision, on } }) => {
    const args = { decision: decisionWord(decision), name: by };
    const made =
      on === undefined
        ? message('{decision} by {name}', args)
        : message('{decision} by {name} on {day}', { ...args, day: { day: on } });
    const later = consent.state === 'stale' ? [told(telling, message('changed since'))] : [];
    return item(telling, name, [told(telling, made, { key, field: 'approvals' }), ...later]);
  });
  return {
    heading: message('Recorded approvals'),
    blocks: listOf([...lines, ...andMore(telling, found.length - shown.length)]),
  };
}
