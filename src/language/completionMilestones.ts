// Completion of predecessors: the milestones of this plan and of others that the one at the place can wait for. Knows no field.
import { type Message, message } from '../base/message';
import type { Milestone } from '../model/plan';
import { allMilestones, milestoneRef } from '../model/planFile';
import { plain } from '../report/plain';
import type { Asked, Completion } from './completionKinds';
import { milestoneChain } from './completionOwn';
import { asValue } from './completionStyle';
import { type Offer, placed } from './completionValues';

/** More at once help nobody; after a character more there are others. */
const most = 500;

export function milestoneCompletions(asked: Asked, written: string): { items: Completion[]; isIncomplete: boolean } {
  const offers = [...ofThisPlan(asked), ...ofOtherPlans(asked)];
  const wanted = written.toLowerCase();
  const fitting = offers.length <= most ? offers : offers.filter(({ filter }) => filter.toLowerCase().includes(wanted));
  return { items: placed(asked, fitting.slice(0, most)), isIncomplete: offers.length > most };
}

type MilestoneOffer = Offer & { readonly filter: string };

function ofThisPlan(asked: Asked): MilestoneOffer[] {
  const { plan, where } = asked;
  if (!plan) return idsInText(asked);
  const chain = milestoneChain(asked);
  const own = chain.at(-1);
  const left = new Set<string>([...where.entries.map(idIn), ...chain.map(({ key }) => key)]);
  const word = asked.text.slice(where.word.start, where.word.end);
  for (const { id } of own?.dependsOn ?? []) if (id !== word) left.add(id);
  if (own) for (const inner of allMilestones(own.milestones)) left.add(inner.key);
  const waiting = own ? waitingFor(asked, own) : new Set<string>();
  return [...allMilestones(plan.milestones)]
    .filter(({ id, key }) => id === key && !left.has(id) && !waiting.has(milestoneRef(asked.page.uri, { key })))
    .map((milestone) => offerOf(milestone, milestone.id));
}

/** In a file that could never be read, whatever looks like an id. */
function idsInText({ text, where }: Asked): MilestoneOffer[] {
  const found = text.slice(0, 100_000).matchAll(/(?:^|[\s{,])id[ \t]*:[ \t]*(["']?)([\p{L}\p{Nd}._-]{1,200})\1/gu);
  const ids = new Set([...found].map(([, , id]) => id ?? ''));
  for (const entry of where.entries) ids.delete(idIn(entry));
  return [...ids].map((id) => ({ kind: 'milestone', label: id, value: asValue(id), filter: id }));
}

function ofOtherPlans(asked: Asked): MilestoneOffer[] {
  const { page, where } = asked;
  const own = milestoneChain(asked).at(-1);
  const waiting = own ? waitingFor(asked, own) : new Set<string>();
  const seen = new Set(where.entries.map(idIn));
  const offers: MilestoneOffer[] = [];
  for (const { uri, baseName, plan } of page.snapshot?.plans ?? []) {
    if (uri === page.uri) continue;
    for (const milestone of allMilestones(plan.milestones)) {
      const id = `${baseName}/${milestone.id}`;
      if (seen.has(id) || milestone.id !== milestone.key || waiting.has(milestoneRef(uri, milestone))) continue;
      seen.add(id);
      offers.push(offerOf(milestone, id));
    }
  }
  return offers;
}

function offerOf({ title, due }: Milestone, id: string): MilestoneOffer {
  const shown = plain(title, 80);
  const filter = `${id} ${shown}`;
  return { kind: 'milestone', label: plain(id, 200), value: asValue(id), filter, detail: detailOf(shown, due) };
}

function detailOf(title: string, due: Milestone['due']): Message {
  if (due === undefined) return message('{title}', { title });
  return message('{title}, due {day}', { title, day: { day: due, style: 'medium' } });
}

/** The id in an entry as it is written: alone, or in a group. */
function idIn(entry: string): string {
  const field = /(?:^|[{,\s])id\s*:\s*(["']?)([^\s"',}]+)\1/.exec(entry.slice(0, 400))?.[2];
  return (
    field ??
    entry
      .replace(/\s+#.*$/, '')
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim()
  );
}

/** Everything that waits for a milestone, directly or not: waiting for one of these would close a circle. */
function waitingFor({ page, plan }: Pick<Asked, 'page' | 'plan'>, own: Milestone): ReadonlySet<string> {
  const successors = new Map<string, string[]>();
  const add = (first: string, second: string) => {
    const known = successors.get(first);
    if (known) known.push(second);
    else successors.set(first, [second]);
  };
  const family = (uri: string, milestones: readonly Milestone[]) => {
    for (const outer of allMilestones(milestones))
      for (const inner of outer.milestones) add(milestoneRef(uri, inner), milestoneRef(uri, outer));
  };
  family(page.uri, plan?.milestones ?? []);
  for (const milestone of allMilestones(plan?.milestones ?? []))
    for (const { id } of milestone.dependsOn) add(`${page.uri}#${id}`, milestoneRef(page.uri, milestone));
  for (const other of page.snapshot?.plans ?? []) if (other.uri !== page.uri) family(other.uri, other.plan.milestones);
  for (const { predecessor, successor } of page.snapshot?.links ?? []) add(predecessor, successor);
  const found = new Set([milestoneRef(page.uri, own)]);
  for (const ref of found) for (const next of successors.get(ref) ?? []) found.add(next);
  return found;
}
