// Which parts a summary has for whom, and how it opens. Sees only what the audience may see.
import { counted, type Message, message } from '../base/message';
import type { SeenPlan } from './audience';
import type { Block, Runs } from './document';
import { plain } from './plain';
import { ofPlan, told } from './summaryFigures';
import { headline } from './summaryHeadline';
import { mermaidGantt } from './summaryMermaid';
import { money } from './summaryMoney';
import { moved } from './summaryMoved';
import { approvals, needs } from './summaryNeeds';
import { risks } from './summaryRisks';
import { milestoneTable, rowsFor } from './summaryTables';
import { attention, delivered, internal, later, next } from './summaryWork';
import { ended, type Section, type Telling } from './telling';
import { colorWord, planState, stateWord } from './words';

/** What the reader must act on comes first, tables after what is read. */
export function partsFor(telling: Telling): readonly (Section | undefined)[] {
  if (telling.audience === 'executive')
    return [needs(telling), moved(telling), later(telling), risks(telling), money(telling)];
  const work = [delivered(telling), next(telling), moved(telling), later(telling)];
  const rest = [risks(telling), milestoneTable(telling), approvals(telling), money(telling)];
  return telling.audience === 'client'
    ? [needs(telling), ...work, ...rest]
    : [attention(telling), ...work, needs(telling), ...rest, internal(telling)];
}

/** For whom it is, the headline, and the health in one word with its reason. */
export function opening(telling: Telling): readonly Block[] {
  const { seen, audience } = telling;
  const lines: Runs[] = [];
  if (seen.stale)
    lines.push([
      { kind: 'strong', text: telling.say(message('The plan file cannot be read now. This is its last good state.')) },
    ]);
  if (audience === 'client' && seen.client !== undefined)
    lines.push(told(telling, message('For {client}', { client: plain(seen.client) })));
  const chance = chanceOf(telling);
  lines.push([
    ...told(telling, headline(seen), ofPlan('completed')),
    ...(chance ? [' ', ...told(telling, chance, ofPlan('deadline'))] : []),
  ]);
  if (seen.milestones.length > 0)
    lines.push([
      { kind: 'strong', text: telling.say(healthOf(seen)) },
      ' ',
      ...ended(told(telling, seen.healthReason, ofPlan('milestones'))),
    ]);
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
  return lines.map((runs): Block => ({ kind: 'paragraph', runs }));
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

export function gantt({ seen, mermaid }: Telling): readonly Block[] {
  const source = mermaid ? mermaidGantt(seen, rowsFor(seen.milestones).rows) : undefined;
  return source === undefined ? [] : [{ kind: 'mermaid', source }];
}
