// What sets each late finish, one step at a time. Knows the results of the passes and computes no date.
import type { Day } from '../base/day';
import { dependencyTypes } from '../model/plan';
import { tolerance } from '../network/calendar';
import { carryBack } from '../network/passesCarry';
import type { DriverGround } from './drivers';
import { isAhead, refOf } from './outline';
import type { Limit } from './schedule';

export interface Limits {
  /** Of what is open and dated; else it means nothing. */
  readonly limitOf: (number: number) => Limit;
  /** The number of the milestone whose limit is the next step, or -1. */
  readonly nextOf: (number: number) => number;
}

/** A link or a milestone by its number, or what is behind all of them. */
interface Step {
  readonly kind: Limit['kind'];
  readonly at: number;
}

export function limitsOf(ground: DriverGround): Limits {
  const { all, links } = ground;
  const stepOf = stepsIn(ground);
  const ofPlans = all.plans.map(({ plan: { deadline } }): Limit => {
    return deadline === undefined ? { kind: 'finish' } : { kind: 'project', day: deadline };
  });
  return {
    limitOf(number) {
      const { kind, at } = stepOf(number);
      switch (kind) {
        case 'successor': {
          const type = dependencyTypes[links.type[at] ?? 0] ?? 'FS';
          return { kind, ref: refOf(all, links.successor[at] ?? 0), type };
        }
        case 'around':
          return { kind, ref: refOf(all, at) };
        case 'deadline':
          return { kind, day: (all.milestones[number]?.deadline ?? 0) as Day };
        default:
          return ofPlans[all.planOf[number] ?? 0] ?? { kind: 'finish' };
      }
    },
    nextOf(number) {
      const { kind, at } = stepOf(number);
      if (kind === 'successor') return links.successor[at] ?? -1;
      return kind === 'around' ? at : -1;
    },
  };
}

const finish: Step = { kind: 'finish', at: -1 };
const deadline: Step = { kind: 'deadline', at: -1 };

/** Of several the milestone's own deadline, then a successor, because the chain goes on behind it. */
function stepsIn({ all, links, network, passes }: DriverGround): (number: number) => Step {
  const { first, link } = byPredecessor(links.predecessor, network.count);
  const { calendar, calendars } = network;
  const back = (from: number, to: number, position: number) => {
    if (calendar[from] === calendar[to]) return position;
    const [one, other] = [calendars[calendar[from] ?? 0], calendars[calendar[to] ?? 0]];
    return one && other ? carryBack(one, other, position) : position;
  };
  const { lateFinish, lateStart } = passes;
  return (number) => {
    // Late dates that were carried between calendars lie by up to twice the tolerance before a border.
    const own = (lateFinish[number] ?? 0) + 4 * tolerance;
    const begin = (lateStart[number] ?? 0) + 4 * tolerance;
    if ((network.finishTo[number] ?? 0) <= own) return deadline;
    for (let place = first[number] ?? 0; place < (first[number + 1] ?? 0); place++) {
      const at = link[place] ?? 0;
      const after = links.successor[at] ?? 0;
      const type = network.type[at] ?? 0;
      if (network.left[after] === 1 || !isAhead(all, after)) continue;
      const need = ((type < 2 ? lateStart : lateFinish)[after] ?? 0) - (network.lag[at] ?? 0);
      if (back(after, number, need) <= (type % 2 === 1 ? begin : own)) return { kind: 'successor', at };
    }
    const around = network.parent[number] ?? -1;
    if (around >= 0 && back(around, number, lateFinish[around] ?? 0) <= own) return { kind: 'around', at: around };
    return finish;
  };
}

/** Links by predecessor: those of milestone `i` are `link[first[i]]` up to, not including, `link[first[i + 1]]`. */
function byPredecessor(predecessor: Uint32Array, count: number) {
  const first = new Uint32Array(count + 2);
  // Counted two places on, so that filling moves each begin to where it belongs.
  for (const number of predecessor) first[number + 2] = (first[number + 2] ?? 0) + 1;
  for (let number = 2; number < first.length; number++) first[number] = (first[number] ?? 0) + (first[number - 1] ?? 0);
  const link = new Uint32Array(predecessor.length);
  for (let at = 0; at < predecessor.length; at++) {
    const place = first[(predecessor[at] ?? 0) + 1] ?? 0;
    link[place] = at;
    first[(predecessor[at] ?? 0) + 1] = place + 1;
  }
  return { first, link };
}
