// What the aliases (`*name`) of a YAML document stand for, and how much they would expand to. Knows no field of a plan.
import { type Alias, type Document, isAlias, isCollection, isNode, isPair, type Node } from 'yaml';
import { type Message, message } from '../base/message';
import type { Span } from '../base/text';
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
  const targets = new Map<Alias, Node>();
  const problems: Problem[] = [];
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  const extents = new Map<Node, Extent>();
  const state = { aliases: 0, expanded: 0, tooMany: undefined as Problem | undefined };

  const alias = (node: Alias, depth: number): Extent => {
    const target = anchors.get(node.source);
    const extent = target && extents.get(target);
    if (!target || !extent) {
      problems.push(nameless(node, target !== undefined && open.has(target)));
      return { nodes: 1, depth: 0 };
    }
    targets.set(node, target);
    state.aliases++;
    state.expanded += extent.nodes;
    if (state.aliases > maxAliases || state.expanded > maxExpandedNodes) state.tooMany ??= tooMany(node);
    if (depth + extent.depth > maxExpandedDepth) state.tooMany ??= tooDeep(node);
    return extent;
  };

  const walk = (node: unknown, depth: number): Extent => {
    if (state.tooMany || !isNode(node)) return { nodes: 1, depth: 0 };
    if (isAlias(node)) return alias(node, depth);
    if (node.anchor) anchors.set(node.anchor, node);
    const extent = { nodes: 1, depth: 0 };
    if (isCollection(node)) {
      open.add(node);
      for (const item of node.items) {
        for (const part of isPair(item) ? [item.key, item.value] : [item]) {
          const inner = walk(part, depth + 1);
          extent.nodes += inner.nodes;
          extent.depth = Math.max(extent.depth, inner.depth + 1);
        }
      }
      open.delete(node);
    }
    if (node.anchor) extents.set(node, extent);
    return extent;
  };

  walk(document.contents, 0);
  return state.tooMany ?? { targets, problems };
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

function problem(code: string, node: Node, said: Message): Problem {
  return { code, severity: 'error', message: said, span: spanOf(node) };
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
