import { describe, expect, it } from 'vitest';
import { isMap, isSeq, Lexer, Parser } from 'yaml';
import { loaderOptions, loadText, maxBytesCap, maxDepth } from '../../../src/model/load';

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
const code = (text: string) => loadText(text).problems.map((problem) => problem.code);

/** Every level names the one before it `width` times. */
function bomb(levels: number, width: number): string {
  return lines(
    levels,
    (at) =>
      `a${at}: &a${at} [${Array(width)
        .fill(at === 0 ? 'x' : `*a${at - 1}`)
        .join(', ')}]`,
  );
}

describe('loading', () => {
  it('takes exactly the options that were measured to be safe', () => {
    expect(loaderOptions).toEqual({
      version: '1.2',
      schema: 'core',
      resolveKnownTags: false,
      merge: false,
      uniqueKeys: false,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'silent',
      keepSourceTokens: true,
    });
  });

  it('relies on the depth of the parser, which a new version of the library must still tell', () => {
    const parser = new Parser();
    for (const lexeme of new Lexer().lex('a:\n - b: [[')) for (const _ of parser.next(lexeme));
    expect(parser.stack.map(({ type }) => type)).toEqual([
      'document',
      'block-map',
      'block-seq',
      'block-map',
      'flow-collection',
      'flow-collection',
    ]);
  });

  it.each(['[', '{a: ', '- ', '? ', '- - '])('refuses %j a thousand times, twice in one process', (opening) => {
    for (const times of [1000, 1000, 30_000]) expect(code(opening.repeat(times))).toEqual(['file.tooDeep']);
  });

  it('refuses deep blocks and a deep list before a text of two lines', () => {
    expect(code(lines(1000, (at) => `${' '.repeat(at)}a:`))).toEqual(['file.tooDeep']);
    expect(code(`${'- '.repeat(10_000)}"two\nlines"`)).toEqual(['file.tooDeep']);
  });

  it('reads what is nested as deep as is allowed', () => {
    const text = `${'['.repeat(maxDepth - 2)}x${']'.repeat(maxDepth - 2)}`;
    expect(code(text)).toEqual([]);
  });

  it.each([4, 8, 30])('refuses aliases that expand %i times over', (levels) => {
    expect(code(bomb(levels, 9))).toEqual(levels === 4 ? [] : ['file.tooManyAliases']);
  });

  it('refuses more than a thousand aliases, and reads a thousand', () => {
    const text = (count: number) => `a: &a x\nb: [${Array(count).fill('*a').join(', ')}]`;
    expect(code(text(1000))).toEqual([]);
    expect(code(text(1001))).toEqual(['file.tooManyAliases']);
  });

  it('refuses aliases that nest too deep, though none of them is deep', () => {
    const text = lines(100, (at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}`}]`);
    expect(code(text)).toEqual(['file.tooDeep']);
  });

  it('has a problem for an alias of nothing and for one inside its own value', () => {
    expect(code('a: *b\n')).toEqual(['alias.unknown']);
    expect(code('a: &b [*b]\n')).toEqual(['alias.unknown']);
    expect(code('b: *b\na: &b x\n')).toEqual(['alias.unknown']);
  });

  it('takes the last anchor before an alias', () => {
    const { document, aliases } = loadText('[&a one, *a, &a two, *a]');
    expect(isSeq(document?.contents)).toBe(true);
    expect([...aliases.values()].map((node) => 'value' in node && node.value)).toEqual(['one', 'two']);
  });

  it('counts bytes, not characters, and takes another limit up to 5 MiB', () => {
    const text = (count: number) => `a: ${'é'.repeat(count)}`;
    expect(code(text(524_286))).toEqual([]);
    expect(code(text(524_287))).toEqual(['file.tooLarge']);
    expect(loadText(text(524_287), { maxBytes: 2_000_000 }).problems).toEqual([]);
    expect(loadText('x'.repeat(maxBytesCap + 1), { maxBytes: 1e9 }).problems[0]?.code).toBe('file.tooLarge');
    expect(code(`a: ${'😀'.repeat(262_143)}`)).toEqual([]);
    expect(code(`a: ${'😀'.repeat(262_144)}`)).toEqual(['file.tooLarge']);
  });

  it('refuses floods of tokens', () => {
    expect(code('- a\n'.repeat(200_000))).toEqual(['file.tooManyTokens']);
  });

  it.each([
    ['30 000 unique keys', lines(30_000, (at) => `k${at}: 1`), []],
    ['100 000 commas', `[${','.repeat(100_000)}`, ['yaml.syntax']],
    ['100 000 cut escapes', `a: "${'\\u00'.repeat(100_000)}"`, ['yaml.syntax']],
    ['60 000 tags', `[${'!b x,'.repeat(60_000)}]`, []],
    ['150 000 quotation marks', '"'.repeat(150_000), ['yaml.syntax']],
    ['100 000 documents', '---\n'.repeat(100_000), ['file.documents']],
    ['100 000 directives', '%\n'.repeat(100_000), ['yaml.syntax']],
    ['100 000 conflicts', '<<<<<<< \n'.repeat(100_000), ['file.conflict']],
    ['a line of 1 MB', `a: ${'x'.repeat(1_000_000)}`, []],
    // Each takes well under a second: the runner's time limit ends what hangs.
  ])('does not blow up on %s', (_, text, codes) => {
    expect(code(text)).toEqual(codes);
  });

  it('leaves the traces of later errors alone', () => {
    loadText('"');
    expect(new Error('here').stack).toContain('load.test');
  });

  it.each([
    '%YAML 1.1\n---\ndue: 2026-02-30\ndone: yes\nid: 010\nat: 12:30\nbase: &b { x: 1 }\nall: { <<: *b }\n',
    'a: !!timestamp 2026-02-30\nb: !!binary aGk=\nc: !!set { x }\nd: !!omap [x: 1]\ne: !!js/function x\nf: !include x\n',
    '__proto__: { polluted: true }\nconstructor: x\n',
  ])('makes texts, lists and maps of everything: %j', (text) => {
    const { document, problems } = loadText(text);
    expect(problems.map(({ code }) => code)).toEqual(text.startsWith('%YAML 1.1') ? ['version.unsupported'] : []);
    const kinds = new Set<string>();
    for (const { value } of isMap(document?.contents) ? document.contents.items : []) {
      const scalar = value !== null && typeof value === 'object' && 'value' in value ? value.value : undefined;
      if (scalar !== undefined) kinds.add(typeof scalar);
      expect(scalar).not.toBeInstanceOf(Date);
    }
    expect([...kinds].filter((kind) => !['string', 'number'].includes(kind))).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    '\u0000',
    '\ud800',
    '\u001b[31m',
    '\u2028',
    '\ufffe',
    '\ufeff\ufeff',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '- &',
    '? *',
  ])('never throws on %j', (text) => {
    for (const around of ['{}', 'a: {}', '- {}', '"{}', '[{}', 'a: |\n {}']) loadText(around.replace('{}', text));
  });
});
