import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { whereAt } from '../../../src/language/where';
import { anyPlanText } from '../model/editAnyText';

type Path = readonly (string | number)[];

/** What the YAML tree says of one key or value: its path and its characters. */
interface Known {
  readonly part: 'key' | 'value' | 'block';
  readonly path: Path;
  readonly start: number;
  readonly end: number;
}

/** Every key and every single value of a text. */
function known(text: string): Known[] {
  const found: Known[] = [];
  const visit = (node: unknown, path: Path) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inner = [...path, String(key.source ?? key.value)];
        add('key', inner, key);
        visit(value, inner);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    } else if (isScalar(node) || isAlias(node)) add('value', path, node);
  };
  const add = (part: 'key' | 'value', path: Path, node: Node) => {
    const [start, end] = node.range ?? [0, 0];
    if (end === start) return;
    const isBlock = isScalar(node) && node.type?.startsWith('BLOCK');
    found.push({ part: isBlock ? 'block' : part, path, start, end });
  };
  visit(parseDocument(text, { schema: 'core', keepSourceTokens: true, uniqueKeys: false }).contents, []);
  return found;
}

/** Where `whereAt` says otherwise than the tree. */
function differences(text: string, step = 1): string[] {
  const wrong: string[] = [];
  for (const { part, path, start, end } of known(text)) {
    for (let at = start; at <= end; at = at === end ? at + 1 : Math.min(end, at + step)) {
      const lineStart = text.lastIndexOf('\n', at - 1) + 1;
      const lead = /^\s*/.exec(text.slice(lineStart, at))?.[0] ?? '';
      // Inside the indentation of a further line, and behind the last line of a block text, there is nothing to compare.
      if (at > start && lead.length === at - lineStart) continue;
      if (part === 'block' && /^[ \t]*\r?(\n|$)/.test(text.slice(at))) continue;
      const found = whereAt(text, at);
      const wanted = `${part === 'block' ? 'none' : part} ${path.join('/')}`;
      const got = `${found.part} ${found.path.join('/')}`;
      if (got !== wanted) wrong.push(`${at} ${JSON.stringify(text.slice(lineStart, at))}: ${got}, not ${wanted}`);
    }
  }
  return wrong;
}

const folder = new URL('../../fixtures/plans/', import.meta.url);
const fixtures = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

describe('whereAt and the YAML tree', () => {
  for (const [name, text] of fixtures) {
    it(`agree on every key and value of ${name}`, () => {
      expect(differences(text, text.length > 3_000 ? 5 : 1)).toEqual([]);
    });
    it(`agree on ${name} with CRLF and a byte order mark`, () => {
      expect(differences(`\ufeff${text.replaceAll(/\r?\n/g, '\r\n')}`, 7)).toEqual([]);
    });
  }
  it('agree on plans in any style', () => {
    const wrong: string[] = [];
    for (let seed = 0; seed < 40; seed++)
      wrong.push(
        ...differences(anyPlanText(seed), 3)
          .slice(0, 1)
          .map((line) => `${seed}: ${line}`),
      );
    expect(wrong).toEqual([]);
  });
});
