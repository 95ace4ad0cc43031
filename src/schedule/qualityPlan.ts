// Hints on a plan as a whole: who approves on the client's side, and whether progress says anything before the end. Knows no calendar.

import { message } from '../base/message';
import type { Plan } from '../model/plan';
import { inside, isAhead, top } from './outline';
import { type Looked, placeOf } from './qualityLooked';
import { weigh } from './weighing';

/** Four fifths: the last of several milestones then holds practically all of the weight. */
const mostOfTheWeight = 0.8;

/** `quality.weightLast`, at the last of several milestones beside each other. */
export function hintWeights(looked: Looked): void {
  const { all, first, facts, position } = looked;
  // Where nothing is weighed all count the same.
  if (!facts.some(({ isWeighed }) => isWeighed)) return;
  hintSiblings(looked, [...top(all, position)]);
  facts.forEach((_, at) => {
    if ((all.milestones[first + at]?.milestones.length ?? 0) > 1) hintSiblings(looked, [...inside(all, first + at)]);
  });
}

function hintSiblings(looked: Looked, numbers: readonly number[]): void {
  const { all, first, facts, hours, hint } = looked;
  const counted = numbers.filter((number) => all.milestones[number]?.status !== 'cancelled');
  if (counted.length < 2 || !counted.some((number) => facts[number - first]?.isWeighed)) return;
  const milestones = counted.flatMap((number) => all.milestones[number] ?? []);
  const last = lastOf(milestones);
  const number = counted[last] ?? -1;
  if (!isAhead(all, number)) return;
  const { weights } = weigh(all, hours, counted);
  const share = (weights[last] ?? 0) / weights.reduce((sum, weight) => sum + weight, 0);
  if (!(share >= mostOfTheWeight)) return;
  const field = all.milestones[number]?.weight === undefined ? 'effort' : 'weight';
  const said = message(
    'The last milestone holds {percent} % of the weight, so progress says little until the very end. Split it into smaller ones.',
    { percent: Math.floor(share * 100 + 1e-9) },
  );
  hint('quality.weightLast', () => ({ span: placeOf(looked, number, field), message: said }));
}

/** The position of the one that is due last, or of the last one in the file where not all have a date. */
function lastOf(milestones: readonly { readonly due?: number }[]): number {
  let last = milestones.length - 1;
  for (let at = last; at >= 0; at--) {
    const due = milestones[at]?.due;
    if (due === undefined) return milestones.length - 1;
    if (due > (milestones[last]?.due ?? due)) last = at;
  }
  return last;
}

const noApprover = message(
  'Nobody on the client’s side can approve anything in this plan. Add one to `people:`, with a role such as `client`.',
);

/** `quality.noApprover`, where a client or an amount shows that somebody outside is to accept the work. */
export function hintApprover(looked: Looked): void {
  const { all, plan, fields, first, facts, hint } = looked;
  const paid = facts.findIndex(({ isPaid }) => isPaid);
  if (plan.client === undefined && paid < 0) return;
  if (!facts.some((_, at) => isAhead(all, first + at)) || hasApprover(looked)) return;
  hint('quality.noApprover', () => ({
    span: fields.get('client') ?? fields.get('project') ?? placeOf(looked, first + paid, 'amount'),
    message: noApprover,
  }));
}

/** Someone whose role or name says so, or anyone who has decided about a milestone of the plan. */
function hasApprover({ all, plan, first, facts }: Looked): boolean {
  if (plan.people.some((person) => isOfClient(person, plan.client))) return true;
  return facts.some((_, at) => (all.milestones[first + at]?.approvals.length ?? 0) > 0);
}

/** Parts of what the client's side is called, in English, German, French and Spanish. */
const sides =
  /client|customer|approver|sponsor|stakeholder|steering|buyer|product owner|kund[ei]|auftraggeb|besteller|lenkung|commanditaire|donneur d.ordre|ma[iî]tre d.ouvrage|patrocinador|comitente|comprador|contratante/i;

function isOfClient({ name, role }: Plan['people'][number], client: string | undefined): boolean {
  if (role !== undefined && sides.test(role)) return true;
  const said = `${name ?? ''} ${role ?? ''}`.toLowerCase();
  return client !== undefined && client.trim() !== '' && said.includes(client.trim().toLowerCase());
}
