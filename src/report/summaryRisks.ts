// The risks of a summary: for the team with their weight, for others with the response alone. Sees only what the audience may see.
import type { Duration } from '../base/duration';
import { counted, type Message, message } from '../base/message';
import type { Money } from '../base/money';
import type { SeenRisk } from './audience';
import type { Runs } from './document';
import { plain } from './plain';
import { ofPlan, told } from './summaryFigures';
import { andMore, briefly, item, listOf, type Section, type Telling, unended } from './telling';

/** Open risks, the likeliest first: all of them for the team, few for others. */
export function risks(telling: Telling): Section | undefined {
  const { audience, seen, brevity } = telling;
  if (seen.risks.length === 0) return undefined;
  const most = audience === 'team' ? seen.risks.length : brevity.risks;
  const shown = seen.risks.slice(0, most);
  const lines = shown.map((risk) =>
    item(telling, plain(risk.title), [...response(telling, risk), ...weight(telling, risk)]),
  );
  return {
    heading: message('Risks'),
    blocks: listOf([...lines, ...andMore(telling, seen.risks.length - shown.length)]),
  };
}

function response(telling: Telling, { response }: SeenRisk): Runs[] {
  return response === undefined
    ? []
    : [
        told(
          telling,
          message('our response: {response}', { response: unended(briefly(response, telling.brevity.text)) }),
        ),
      ];
}

/** For the team: probability, impact, exposure (probability × impact) and owner. */
function weight(telling: Telling, { probability, impact, owner }: SeenRisk): Runs[] {
  const facts: Message[] = [];
  if (probability !== undefined)
    facts.push(message('probability {percent} %', { percent: Number((probability * 100).toFixed(1)) }));
  if (impact) {
    facts.push(message('impact {impact}', { impact: size(telling, impact, 1) }));
    if (probability !== undefined)
      facts.push(message('exposure {exposure}', { exposure: size(telling, impact, probability) }));
  }
  if (owner !== undefined) facts.push(message('owner {name}', { name: owner }));
  return facts.map((fact) => told(telling, fact, ofPlan('risks')).map(asRisk));
}

/** Whatever a figure of a risk is called, it comes from the list of risks. */
function asRisk(run: Runs[number]): Runs[number] {
  return typeof run === 'object' && run.kind === 'figure' ? { ...run, trace: { ...run.trace, field: 'risks' } } : run;
}

function size({ say, seen }: Telling, impact: NonNullable<SeenRisk['impact']>, share: number): Message {
  if ('time' in impact) return message('{what}', { what: durationText(say, impact.time, share) });
  // A probability has few digits, so ten-thousandths of it keep the product exact.
  const part = (impact.money * BigInt(Math.round(share * 10_000))) / 10_000n;
  return message('{amount}', { amount: { money: part as Money, currency: seen.currency } });
}

function durationText(say: Telling['say'], { weeks, days, hours }: Duration, share: number): string {
  const rounded = (value: number) => Number((value * share).toFixed(2));
  const parts = [
    weeks === 0 ? undefined : counted(rounded(weeks), '{count} week', '{count} weeks'),
    days === 0 ? undefined : counted(rounded(days), '{count} day', '{count} days'),
    hours === 0 ? undefined : counted(rounded(hours), '{count} hour', '{count} hours'),
  ];
  return parts.flatMap((part) => (part ? [say(part)] : [])).join(' ');
}
