// How a file writes what can be written in several ways, for a place that shows no way of its own. Knows no change.
import { isCollection, isMap, isNode, isPair, type Pair } from 'yaml';
import { beforeItems } from './chunkItem';
import { type Loaded, loadLightly, maxBytesCap } from './load';
import type { PlanFile } from './planFile';
import type { TextParts } from './read';
import { isTight, rangeOf } from './spliceText';

export interface Style {
  /** Maps in braces are written `{a: 1}` and not `{ a: 1 }`, as the first one of the file is. */
  readonly tight: boolean;
  /** Progress is written `40%`. */
  readonly signed: boolean;
}

/** The style of a text that was read whole. */
export function styleOf({ text, document }: Pick<Loaded, 'text' | 'document'>, file: PlanFile): Style {
  return {
    get tight() {
      return tightness(text, document?.contents) ?? false;
    },
    get signed() {
      const spans = [...file.places.values()].flatMap(({ fields }) => fields.get('progress') ?? []);
      return spans.some(({ start, end }) => isSigned(text.slice(start, end)));
    },
  };
}

/** `40%` or `40 %`. */
export function isSigned(progress: string): boolean {
  return /\d ?%["']?$/.test(progress);
}

/** Characters of parts that are looked through for the first map in braces. */
const most = 100_000;

/**
 * The style of a text that was read in parts, and whether all that was asked of it could be told. Of several changes, the first may write the braces
 * that the next one goes by.
 */
export function styleInParts(
  parts: TextParts,
  changes: number,
): { readonly style: Style; readonly isCertain: () => boolean } {
  let certain = true;
  const style: Style = {
    get tight() {
      const found = tightInParts(parts);
      if (found === 'unknown' || changes > 1) certain = false;
      return found === true;
    },
    get signed() {
      return parts.chunks.some(({ text, base, places }) =>
        [...places.values()].some(({ fields }) => {
          const span = fields.get('progress');
          return span !== undefined && isSigned(text.slice(span.start - base, span.end - base));
        }),
      );
    },
  };
  return { style, isCertain: () => certain };
}

function tightInParts({ frame, chunks }: TextParts): boolean | 'unknown' | undefined {
  const { text, document } = frame.loaded;
  const around = document && isMap(document.contents) ? document.contents.items : [];
  const isBefore = ({ key }: Pair) => isNode(key) && rangeOf(key)[0] < frame.head.length;
  const before = around.filter(isBefore).map(({ value }) => tightness(text, value));
  const first = before.find((tight) => tight !== undefined);
  if (first !== undefined) return first;
  let looked = 0;
  for (const chunk of chunks) {
    if (!chunk.text.includes('{')) continue;
    looked += chunk.text.length;
    if (looked > most) return 'unknown';
    const own = loadLightly(beforeItems + chunk.text, { maxBytes: maxBytesCap });
    const tight = tightness(own.text, own.document?.contents);
    if (tight !== undefined) return tight;
  }
  return around
    .filter((pair) => !isBefore(pair))
    .map(({ value }) => tightness(text, value))
    .find((tight) => tight !== undefined);
}

/** How the first map in braces is written. Nested at most 64 deep, as everything that was loaded. */
function tightness(text: string, node: unknown): boolean | undefined {
  const own = isTight(text, node);
  if (own !== undefined || !isCollection(node)) return own;
  for (const item of node.items) {
    const inner = tightness(text, isPair(item) ? item.value : item);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
