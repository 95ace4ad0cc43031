// What the aliases (`*name`) of a YAML document stand for, and how much they would expand to. Knows no field of a plan.
import { type Alias, type Document, isAlias, isCollection, isNode, isPair, type Node } from 'yaml';
import { type Message, message } from '../base/message';
import type { Span } from '../base/text';
import type { ProblemCode } from './codes';
import type { Problem } from './problem';

const maxAliases = 1_000;
const maxExpandedNodes = 10_000;
/** Collections inside each other, those that aliases bring along included. */
const maxExpandedDepth = 64;

export interface ResolvedAliases {
  readonly targets: ReadonlyMap<Alias, Node>;
  /** An alias that names nothing, or a value that contains it. */
  readonly problems: readonly Problem[];
}

/** What a node amounts to once every alias in it is replaced by what it stands for. */
interface Extent {
  nodes: number;
  depth: number;
}

/**
 * Finds the value each alias stands for (the last one before it that has this anchor) in one walk, without expanding anything.
 * The document itself is nested at most 64 deep, so the walk may be recursive.
 */
export function resolveAliases(document: Document.Parsed): ResolvedAliases | Problem {
  const found: Found = {
    targets: new Map(),
    problems: [],
    anchors: new Map(),
    open: new Set(),
    extents: new Map(),
    expanded: 0,
    tooMuch: undefined,
  };
  walk(document.contents, 0, found);
  return found.tooMuch ?? { targets: found.targets, problems: found.problems };
}

/** What the walk has met so far. */
interface Found {
  readonly targets: Map<Alias, Node>;
  readonly problems: Problem[];
  /** The last node with each anchor. */
  readonly anchors: Map<string, Node>;
  /** The collections around the node of the moment. */
  readonly open: Set<Node>;
  /** Of nodes with an anchor that are walked to their end. */
  readonly extents: Map<Node, Extent>;
  /** The nodes that all aliases together stand for. */
  expanded: number;
  tooMuch: Problem | undefined;
}

function walk(node: unknown, depth: number, found: Found): Extent {
  if (found.tooMuch || !isNode(node)) return { nodes: 1, depth: 0 };
  if (isAlias(node)) return follow(node, depth, found);
  if (node.anchor) found.anchors.set(node.anchor, node);
  const extent = { nodes: 1, depth: 0 };
  if (isCollection(node)) {
    found.open.add(node);
    for (const item of node.items) {
      for (const part of isPair(item) ? [item.key, item.value] : [item]) {
        const inner = walk(part, depth + 1, found);
        extent.nodes += inner.nodes;
        extent.depth = Math.max(extent.depth, inner.depth + 1);
      }
    }
    found.open.delete(node);
  }
  if (node.anchor) found.extents.set(node, extent);
  return extent;
}

function follow(node: Alias, depth: number, found: Found): Extent {
  const target = found.anchors.get(node.source);
  const extent = target && found.extents.get(target);
  if (!target || !extent) {
    found.problems.push(nameless(node, target !== undefined && found.open.has(target)));
    return { nodes: 1, depth: 0 };
  }
  found.targets.set(node, target);
  found.expanded += extent.nodes;
  if (found.targets.size > maxAliases || found.expanded > maxExpandedNodes) found.tooMuch ??= tooMany(node);
  if (depth + extent.depth > maxExpandedDepth) found.tooMuch ??= tooDeep(node);
  return extent;
}

function nameless(node: Alias, inside: boolean): Problem {
  const args = { name: node.source };
  const said = inside
    ? message('`*{name}` stands inside the value it repeats.', args)
    : message('Nothing before this place is named `&{name}`. Put a text that begins with * in quotation marks.', args);
  return problem('alias.unknown', node, said);
}

function tooMany(node: Alias): Problem {
  const args = { aliases: maxAliases, nodes: maxExpandedNodes };
  const said = message(
    'This file repeats too much with aliases (`*name`): at most {aliases} of them and {nodes} values in all are read.',
    args,
  );
  return problem('file.tooManyAliases', node, said);
}

function tooDeep(node: Alias): Problem {
  const said = message('This alias nests values more than {limit} levels deep, which is not read.', {
    limit: maxExpandedDepth,
  });
  return problem('file.tooDeep', node, said);
}

function problem(code: ProblemCode, node: Node, said: Message): Problem {
  return { code, severity: 'error', message: said, span: spanOf(node) };
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
