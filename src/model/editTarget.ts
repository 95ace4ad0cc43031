// Finds the YAML nodes that a milestone of a plan was read from. Knows where milestones lie in a file, and changes nothing.
import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { type Style, styleOf } from './editStyle';
import type { Loaded } from './load';
import type { Milestone } from './plan';
import type { PlanFile } from './planFile';
import type { Source } from './spliceField';
import { type ListNode, type MapNode, rangeOf } from './spliceText';

/** A text with its nodes and with the plan that was read from it. */
export interface Edited extends Source {
  readonly document: Document.Parsed;
  readonly file: PlanFile;
  /** Progress is written `40%`, at least somewhere. */
  readonly signed: boolean;
  /** The milestones that stand in the file as maps of their own, by the offset at which each begins. */
  readonly targets: ReadonlyMap<number, Target>;
}

export interface Target {
  readonly map: MapNode;
  readonly list: ListNode;
  /** An alias shows this milestone, or something around it, in another place too. */
  readonly shared: boolean;
}

export function edited(
  loaded: Loaded,
  document: Document.Parsed,
  file: PlanFile,
  style: Style = styleOf(loaded, file),
): Edited {
  const shared = new Set<Node>(loaded.aliases.values());
  const targets = new Map<number, Target>();
  if (isMap<Node, Node | null>(document.contents)) {
    collect(document.contents, shared.has(document.contents), shared, targets);
  }
  return {
    text: loaded.text,
    shared,
    get tight() {
      return style.tight;
    },
    get signed() {
      return style.signed;
    },
    document,
    file,
    targets,
  };
}

/** Nested at most 64 deep, as everything that was loaded. */
function collect(map: MapNode, around: boolean, shared: ReadonlySet<Node>, targets: Map<number, Target>): void {
  const list = fieldOf(map, 'milestones');
  if (!isSeq<Node>(list)) return;
  const listShared = around || shared.has(list);
  for (const item of list.items) {
    if (!isMap<Node, Node | null>(item)) continue;
    const itemShared = listShared || shared.has(item);
    targets.set(rangeOf(item)[0], { map: item, list, shared: itemShared });
    collect(item, itemShared, shared, targets);
  }
}

/** The value of a map's own field; of several, the last, as everywhere. */
function fieldOf(map: MapNode, name: string): Node | null | undefined {
  return map.items.findLast(({ key }) => isScalar(key) && key.value === name)?.value;
}

/** The nodes of a milestone; `undefined` when it, or anything around it, is shared with another place. */
export function targetOf(source: Edited, milestone: Milestone): Target | undefined {
  const start = source.file.places.get(milestone.key)?.span.start;
  const target = start === undefined ? undefined : source.targets.get(start);
  return target?.shared ? undefined : target;
}

/** One entry of a list field of a milestone, such as a task; `undefined` when it is shared with another place. */
export function entryOf(source: Edited, milestone: Milestone, field: string, index: number): Entry | undefined {
  const target = targetOf(source, milestone);
  const list = target && fieldOf(target.map, field);
  const start = source.file.places.get(milestone.key)?.items.get(field)?.[index]?.start;
  if (!isSeq<Node>(list) || source.shared.has(list) || start === undefined) return undefined;
  const at = list.items.findIndex((item) => rangeOf(item)[0] === start);
  const item = list.items[at];
  if (item === undefined || isAlias(item) || source.shared.has(item)) return undefined;
  return { list, item, index: at };
}

export interface Entry {
  readonly list: ListNode;
  readonly item: Node;
  /** Its place among all items of the list, unreadable ones included. */
  readonly index: number;
}
