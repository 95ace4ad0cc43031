// Fields taken out of maps that hold nothing else, which no plan that can be read has.

import { expect, it } from 'vitest';
import { isMap, isSeq, type Node } from 'yaml';
import { applyEdits } from '../../../src/base/text';
import { loadText } from '../../../src/model/load';
import { removeField } from '../../../src/model/spliceField';

function without(text: string): string {
  const list = loadText(text).document?.contents;
  const item = isSeq(list) ? list.items[0] : undefined;
  if (!isMap<Node, Node | null>(item)) throw new Error('No map');
  const edits = removeField({ text, shared: new Set(), tight: false }, item, 'a');
  return 'obstacle' in edits ? edits.obstacle : applyEdits(text, edits);
}

it.each([
  ['- a: 1 # c\n- b: 2\n', '- {} # c\n- b: 2\n'],
  ['- { a: 1 }\n', '- {  }\n'],
  ['- {\n    a: 1, # c\n  }\n', '- {\n  }\n'],
  ['- {a}\n', '- {}\n'],
  ['- {a: , b: 1}\n', '- {b: 1}\n'],
  ['- b: 1\n', '- b: 1\n'],
  ['- a: 1\n  a: 2\n', 'twice'],
])('%j becomes %j', (before, after) => {
  expect(without(before)).toBe(after);
});
