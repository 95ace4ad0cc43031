// What the aliases (`*name`) of a YAML document stand for, and how much they would expand to. Knows no field of a plan.
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isNode,
  isPair,
  isScalar,
  type Node,
  type Scalar,
} from 'yaml';
import { type Message, message } from '../base/message';
import type { Span } from '../base/text';
import type { ProblemCode } from './codes';
import type { Problem } from './problem';
import { doubleQuoted } from './spliceScalar';

const maxAliases = 1_000;
const maxExpandedNodes = 10_000;
/** Collections inside each other, those that aliases bring along included. */
const maxExpandedDepth = 64;

export interface ResolvedAliases {
  readonly targets: ReadonlyMap<Alias, Node>;
  /** An alias that names nothing, or a value that contains it; and a value that loses its first word as a name nobody uses. */
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
export function resolveAliases(document: Document.Parsed, text: string): ResolvedAliases | Problem {
  // Without these signs there is nothing to find.
  if (!text.includes('&') && !text.includes('*')) return { targets: new Map(), problems: [] };
  const found: Found = {
    targets: new Map(),
    problems: [],
    anchors: new Map(),
    named: [],
    missed: new Set(),
    open: new Set(),
    extents: new Map(),
    expanded: 0,
    tooMuch: undefined,
  };
  walk(document.contents, 0, found);
  if (found.tooMuch) return found.tooMuch;
  const used = new Set(found.targets.values());
  const unused = found.named
    .filter((node) => !used.has(node) && !found.missed.has(node.anchor ?? ''))
    .map((node) => lostWord(node, text));
  return { targets: found.targets, problems: [...found.problems, ...unused] };
}

/** What the walk has met so far. */
interface Found {
  readonly targets: Map<Alias, Node>;
  readonly problems: Problem[];
  /** The last node with each anchor. */
  readonly anchors: Map<string, Node>;
  /** The single values without quotation marks that have an anchor. */
  readonly named: Scalar[];
  /** What aliases that name nothing ask for. */
  readonly missed: Set<string>;
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
  if (node.anchor && isScalar(node) && node.type === 'PLAIN') found.named.push(node);
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
    found.missed.add(node.source);
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

/** `title: &more leads` says "leads" to YAML. */
function lostWord(node: Scalar, text: string): Problem {
  const { start: value, end } = spanOf(node);
  const name = `&${node.anchor ?? ''}`;
  const start = Math.max(0, text.lastIndexOf(name, value));
  const span = { start, end: Math.max(start + name.length, end) };
  const said = message(
    '`{name}` is a name for the value behind it, which nothing repeats, so it is no part of the text. Put the whole text in quotation marks.',
    { name: name.length > 60 ? `${name.slice(0, 60)}…` : name },
  );
  const whole = text.slice(span.start, span.end);
  const found: Problem = { code: 'yaml.anchor', severity: 'warning', message: said, span };
  return /[\p{Cc}\u2028\u2029]/u.test(whole) ? found : { ...found, instead: doubleQuoted(whole) };
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
