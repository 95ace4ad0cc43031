// Small networks written as tables, and the line on which every day is worked.
import type { Day } from '../../../src/base/day';
import { type CalendarRules, compileCalendar, type WorkCalendar } from '../../../src/network/calendar';
import { linkTypes, type Network } from '../../../src/network/network';

/** Every day is worked and day 0 begins at position 0. */
export const everyDay: WorkCalendar = {
  works: () => true,
  before: (day) => day,
  startDay: (position) => Math.floor(position + 1e-6) as Day,
  finishDay: (position) => (Math.ceil(position - 1e-6) - 1) as Day,
};

/** The days of the week, Monday first, by the given signs: `x` where it is worked. */
export function calendarOf(week: string, rules: Partial<CalendarRules> = {}): WorkCalendar {
  return compileCalendar({ week: [...week].map((sign) => sign === 'x'), holidays: [], workdays: [], ...rules });
}

export interface Node {
  readonly name: string;
  readonly work?: number;
  readonly parent?: string;
  readonly project?: number;
  readonly calendar?: number;
  readonly startFrom?: number;
  readonly finishFrom?: number;
  readonly finishTo?: number;
  readonly actualStart?: number;
  readonly actualFinish?: number;
  readonly left?: boolean;
  readonly stated?: boolean;
  /** Such as `A`, `A SS`, `A FF+2` or `A FS-0.5`. */
  readonly after?: readonly string[];
}

export interface Built {
  readonly network: Network;
  number(name: string): number;
}

export interface Around {
  readonly calendars?: readonly WorkCalendar[];
  readonly projects?: Network['projects'];
}

/** Without a start of its own a node starts at 0 or later, as after a status date. */
export function networkOf(nodes: readonly Node[], around: Around = {}): Built {
  const numbers = new Map(nodes.map(({ name }, number) => [name, number]));
  const number = (name: string) => {
    const found = numbers.get(name);
    if (found === undefined) throw new RangeError(name);
    return found;
  };
  const links = nodes.map(({ after = [] }) => after.map((text) => linkOf(text, number)));
  const flat = links.flat();
  const linksFrom = new Uint32Array(nodes.length + 1);
  links.forEach((own, at) => {
    linksFrom[at + 1] = (linksFrom[at] ?? 0) + own.length;
  });
  const column = (of: (node: Node) => number) => Float64Array.from(nodes, of);
  const projects = around.projects ?? [{ calendar: 0, deadline: undefined }];
  const network: Network = {
    count: nodes.length,
    calendars: around.calendars ?? [everyDay],
    calendar: Uint32Array.from(nodes, ({ calendar = 0 }) => calendar),
    parent: Int32Array.from(nodes, ({ parent }) => (parent === undefined ? -1 : number(parent))),
    project: Uint32Array.from(nodes, ({ project = 0 }) => project),
    projects,
    left: Uint8Array.from(nodes, ({ left = false }) => Number(left)),
    stated: Uint8Array.from(nodes, (node) => Number(node.stated ?? isStated(node))),
    duration: column(({ work = 0 }) => work),
    startFrom: column(({ startFrom = 0 }) => startFrom),
    finishFrom: column(({ finishFrom = Number.NEGATIVE_INFINITY }) => finishFrom),
    actualStart: column(({ actualStart = Number.NaN }) => actualStart),
    actualFinish: column(({ actualFinish = Number.NaN }) => actualFinish),
    finishTo: column(({ finishTo = Number.POSITIVE_INFINITY }) => finishTo),
    linksFrom,
    predecessor: Uint32Array.from(flat, ({ predecessor }) => predecessor),
    type: Uint8Array.from(flat, ({ type }) => type),
    lag: Float64Array.from(flat, ({ lag }) => lag),
  };
  return { network, number };
}

function isStated({ startFrom, finishFrom, actualStart, actualFinish }: Node): boolean {
  return [startFrom, finishFrom, actualStart, actualFinish].some((day) => day !== undefined);
}

function linkOf(text: string, number: (name: string) => number) {
  const match = /^(.+?)(?: (FS|SS|FF|SF)([+-][\d.]+)?)?$/.exec(text);
  const type = linkTypes.findIndex((each) => each === (match?.[2] ?? 'FS'));
  return { predecessor: number(match?.[1] ?? text), type, lag: Number(match?.[3] ?? 0) };
}
