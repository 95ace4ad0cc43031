// Small recipes for large or odd texts: floods, bombs, line ends and characters that a file of the folder could not keep. Knows no reader.
import { expected, type Hostile } from './hostileTable';

/** A tenth of each flood is read where time is short; `MILEPOST_HOSTILE=full` reads them whole. Limits are met in any case. */
const full = process.env.MILEPOST_HOSTILE === 'full';
const many = (count: number) => (full ? count : Math.ceil(count / 10));

const good = 'milestones:\n  - { id: b, title: B }\n';

/** `problems` as in the table of files; `none`: no plan. */
function recipe(name: string, text: () => string, problems: string, milestones: number | 'none'): Hostile {
  return { name, text, ...expected(problems, milestones) };
}

function lines(count: number, line: (at: number) => string): string {
  return `${Array.from({ length: count }, (_, at) => line(at)).join('\n')}\n`;
}

function milestone(field: string): string {
  return `milestones:\n  - id: a\n    title: A\n    ${field}\n  - { id: b, title: B }\n`;
}

/** Every level names the one before it nine times. */
function aliases(levels: number): string {
  const level = (at: number) =>
    `x-${at}: &a${at} [${Array(9)
      .fill(at === 0 ? 'x' : `*a${at - 1}`)
      .join(', ')}]`;
  return lines(levels, level) + good;
}

/** Indented one level further on each line. */
function stairs(levels: number): string {
  return lines(levels, (at) => `${' '.repeat(at)}a:`);
}

const depth: readonly Hostile[] = [
  ...[1_000, 30_000].flatMap((times) =>
    ['[', '{a: ', '- ', '? ', '- - ', '&a [', '!t {'].map((sign) =>
      recipe(`${times} times ${JSON.stringify(sign)}`, () => sign.repeat(times), 'file.tooDeep@1', 'none'),
    ),
  ),
  recipe('a staircase of 1 000 fields', () => stairs(1_000), 'file.tooDeep@64', 'none'),
  recipe('dashes and a text over two lines', () => `${'- '.repeat(10_000)}"two\nlines"`, 'file.tooDeep@1', 'none'),
  recipe(
    '100 brackets that are closed',
    () => `x-a: ${'['.repeat(100)}${']'.repeat(100)}\n${good}`,
    'file.tooDeep@1',
    'none',
  ),
  recipe(
    'milestones in milestones',
    () => lines(100, (at) => `${'    '.repeat(at)}milestones:\n${'    '.repeat(at)}  - title: T`),
    'file.tooDeep@62',
    'none',
  ),
  recipe(
    'aliases of aliases 100 deep',
    () => lines(100, (at) => `x-${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}`}]`) + good,
    'file.tooDeep@64',
    'none',
  ),
];

const aliasBombs: readonly Hostile[] = [
  recipe('aliases for 9^4 values', () => aliases(4), '-', 1),
  ...[5, 6, 7, 8, 30].map((levels) =>
    recipe(`aliases for 9^${levels} values`, () => aliases(levels), 'file.tooManyAliases@5', 'none'),
  ),
  recipe(
    '1 001 aliases of one value',
    () => `x-a: &a x\nx-b: [${'*a, '.repeat(1_001)}]\n${good}`,
    'file.tooManyAliases@2',
    'none',
  ),
  recipe(
    'merges of merges',
    () =>
      lines(
        30,
        (at) =>
          `x-${at}: &m${at} { ${at === 0 ? 'due: 2026-12-04' : `<<: [*m${at - 1}, *m${at - 1}, *m${at - 1}], k${at}: 1`} }`,
      ) + good,
    'file.tooManyAliases@8',
    'none',
  ),
  recipe(
    '100 merges of 90 fields',
    () =>
      `x-a: &a {${lines(90, (at) => ` k${at}: 1,`)} }\nmilestones:\n${lines(100, (at) => `  - { <<: *a, id: m${at}, title: T }`)}`,
    'file.tooManyAliases@148',
    'none',
  ),
  recipe(
    `${many(30_000)} aliases of nothing`,
    () => `x-a: [${'*a, '.repeat(many(30_000))}]\n${good}`,
    'alias.unknown@1',
    1,
  ),
  recipe(`${many(50_000)} anchors`, () => `x-a: [${lines(many(50_000), (at) => ` &a${at} x,`)} ]\n${good}`, '-', 1),
];

const floods: readonly Hostile[] = [
  recipe(`${many(10_000)} fields`, () => lines(many(10_000), (at) => `key${at}: 1`) + good, '-', 1),
  recipe(`${many(30_000)} fields`, () => lines(many(30_000), (at) => `key${at}: 1`) + good, '-', 1),
  recipe(
    `${many(30_000)} fields of a field of mine`,
    () => `x-own:\n${lines(many(30_000), (at) => `  k${at}: 1`)}${good}`,
    '-',
    1,
  ),
  recipe(
    `${many(30_000)} fields of a milestone`,
    () => `milestones:\n  - title: A\n${lines(many(30_000), (at) => `    k${at}: 1`)}`,
    '-',
    1,
  ),
  recipe(
    `${many(20_000)} people`,
    () => `people:\n${lines(many(20_000), (at) => `  p${at}: { name: P }`)}${good}`,
    '-',
    1,
  ),
  recipe(
    `the same field ${many(30_000)} times`,
    () => lines(many(30_000), () => 'project: P') + good,
    'key.duplicate@2',
    1,
  ),
  recipe(`${many(100_000)} commas`, () => `x-a: [${','.repeat(many(100_000))}\n${good}`, 'yaml.syntax@1', 'none'),
  recipe(
    `${many(100_000)} cut escapes`,
    () => `project: "${'\\u00'.repeat(many(100_000))}"\n${good}`,
    'yaml.syntax@1',
    'none',
  ),
  recipe(`${many(60_000)} tags`, () => `x-a: [${'!b x,'.repeat(many(60_000))}]\n${good}`, '-', 1),
  recipe(
    `${many(60_000)} important notes`,
    () => `x-a:\n${lines(many(60_000), () => '  - !important')}${good}`,
    '-',
    1,
  ),
  recipe(
    `${many(150_000)} quotation marks`,
    () => `project: ${'"'.repeat(many(150_000))}\n${good}`,
    'yaml.syntax@1',
    'none',
  ),
  recipe(`${many(100_000)} colons`, () => `${'a: '.repeat(many(100_000))}\n${good}`, 'file.tooDeep@1', 'none'),
  recipe(`${many(100_000)} documents`, () => `${good}${'---\n'.repeat(many(100_000))}`, 'file.documents@3', 1),
  recipe(`${many(100_000)} directives`, () => `${'%A\n'.repeat(many(100_000))}---\n${good}`, '-', 1),
  recipe(`${many(100_000)} conflicts`, () => `${'<<<<<<< \n'.repeat(many(100_000))}${good}`, 'file.conflict@1', 'none'),
  recipe('200 000 entries', () => `x-a:\n${'- a\n'.repeat(200_000)}${good}`, 'file.tooManyTokens@80001', 'none'),
  recipe(`${many(300_000)} blank lines`, () => '\n'.repeat(many(300_000)) + good, '-', 1),
  recipe(`${many(80_000)} comments`, () => '# comment\n'.repeat(many(80_000)) + good, '-', 1),
  recipe(
    `${many(20_000)} comments that silence`,
    () => lines(many(20_000), (at) => `# milestones-ignore: date.invalid, x${at}`) + good,
    '-',
    1,
  ),
  recipe(
    `a comment that silences ${many(30_000)} words`,
    () => `# milestones-ignore: ${'a.b, '.repeat(many(30_000))}\n${good}`,
    '-',
    1,
  ),
  recipe('a line of 1 MB', () => `description: ${'x'.repeat(many(1_000_000))}\n${good}`, '-', 1),
  recipe('a line of 1 MB of blanks', () => `description: a${' '.repeat(many(1_000_000))}b\n${good}`, '-', 1),
  recipe('a block text of 1 MB', () => `description: |\n${'  text\n'.repeat(many(140_000))}${good}`, '-', 1),
  recipe(
    `a folded text over ${many(100_000)} lines`,
    () => `description: >\n${'  a\n\n'.repeat(many(100_000))}${good}`,
    '-',
    1,
  ),
  recipe('a field with a name of 500 kB', () => `${'x'.repeat(500_000)}: 1\n${good}`, 'yaml.syntax@1', 'none'),
  recipe(
    `a tab in front of ${many(50_000)} lines`,
    () => `x-a:\n${'\t- a\n'.repeat(many(50_000))}${good}`,
    'yaml.syntax@2',
    'none',
  ),
  recipe('more than 1 MB', () => `description: ${'x'.repeat(1_048_576)}\n${good}`, 'file.tooLarge@1', 'none'),
  recipe('more than 5 MB', () => `description: ${'x'.repeat(5_300_000)}\n${good}`, 'file.tooLarge@1', 'none'),
  recipe(
    'more than 1 MB in characters of three bytes',
    () => `description: ${'界'.repeat(349_600)}\n${good}`,
    'file.tooLarge@1',
    'none',
  ),
];

const rules: readonly Hostile[] = [
  recipe(
    `${many(180_000)} invisible characters`,
    () => `x-a: ${'a\u200b '.repeat(many(180_000))}\n${good}`,
    'text.invisible@1',
    1,
  ),
  recipe(
    `${many(300_000)} line ends of CR alone`,
    () => `# ${'a\r'.repeat(many(300_000))}\n${good}`,
    'file.lineEnds@1',
    1,
  ),
  recipe(
    `${many(100_000)} line ends of two kinds`,
    () => `${'#\n#\r\n'.repeat(many(50_000))}${good}`,
    'file.lineEnds@2',
    1,
  ),
  recipe(
    `${many(300_000)} lost characters`,
    () => `# ${'\ufffd'.repeat(many(300_000))}\n${good}`,
    'file.encoding@1',
    1,
  ),
  recipe(
    `${many(50_000)} numbers among texts`,
    () => `milestones:\n  - title: T\n    tags: [${'1.10, '.repeat(many(50_000))}]\n`,
    'yaml.unquoted@3',
    1,
  ),
  recipe(
    `${many(30_000)} anchors that nothing uses`,
    () => `milestones:\n  - title: T\n    tags:\n${lines(many(30_000), (at) => `      - &a${at} more`)}`,
    'yaml.anchor@4',
    1,
  ),
  recipe(
    `${many(5_000)} ids that look the same`,
    () =>
      `milestones:\n${lines(many(5_000), (at) => `  - { id: ${[...at.toString(2).padStart(13, '0')].map((bit) => (bit === '0' ? 'a' : '\u0430')).join('')}, title: T }`)}`,
    'id.lookalike@3',
    many(5_000),
  ),
];

const plans: readonly Hostile[] = [
  recipe(
    '5 001 milestones',
    () => `milestones:\n${lines(5_001, (at) => `  - { id: m${at}, title: T }`)}`,
    'file.tooManyMilestones@5002',
    5_000,
  ),
  recipe(
    `${many(5_000)} milestones of one id`,
    () => `milestones:\n${lines(many(5_000), () => '  - { id: a, title: T }')}`,
    'id.duplicate@3 problems.more@103',
    many(5_000),
  ),
  recipe(
    `${many(5_000)} wrong days`,
    () => `milestones:\n${lines(many(5_000), (at) => `  - { id: m${at}, title: T, due: soon }`)}`,
    'date.invalid@2 date.invalid@101 problems.more@102',
    many(5_000),
  ),
  recipe(
    `${many(5_000)} long wrong states`,
    () =>
      `milestones:\n${lines(many(5_000), (at) => `  - { id: m${at}, title: T, status: ${'in-progres'.repeat(15)} }`)}`,
    'status.invalid@2',
    many(5_000),
  ),
  recipe(
    `${many(5_000)} unknown owners among ${many(3_000)} people`,
    () =>
      `people:\n${lines(many(3_000), (at) => `  person-${at}: { name: P }`)}milestones:\n${lines(many(5_000), (at) => `  - { id: m${at}, title: T, owner: persom-${at} }`)}`,
    `owner.unknown@${many(3_000) + 3}`,
    many(5_000),
  ),
  recipe(
    `${many(15_000)} unknown predecessors`,
    () =>
      `milestones:\n${lines(many(5_000), (at) => `  - { id: milestone-${at}, title: T, dependsOn: [milestome-${at}, milesdone-${at}, nilestone-${at}] }`)}`,
    'dependency.unknown@2',
    many(5_000),
  ),
  recipe(
    `a chain of ${many(3_000)}`,
    () =>
      `milestones:\n${lines(many(3_000), (at) => `  - { id: m${at}, title: T, dependsOn: [m${Math.max(0, at - 1)}] }`)}`,
    'dependency.cycle@2',
    many(3_000),
  ),
  recipe(
    'a cycle of 500',
    () => `milestones:\n${lines(500, (at) => `  - { id: m${at}, title: T, dependsOn: [m${(at + 499) % 500}] }`)}`,
    'dependency.cycle@3',
    500,
  ),
  recipe(
    `${many(300)} milestones that all wait for each other`,
    () => {
      const all = Array.from({ length: many(300) }, (_, on) => `m${on}`).join(', ');
      return `milestones:\n${lines(many(300), (at) => `  - { id: m${at}, title: T, dependsOn: [${all}] }`)}`;
    },
    'dependency.cycle@2',
    many(300),
  ),
  recipe(
    `${many(1_000)} milestones under another`,
    () =>
      `milestones:\n  - id: a\n    title: A\n    milestones:\n${lines(many(1_000), (at) => `      - { id: m${at}, title: T, dependsOn: [a] }`)}`,
    'dependency.family@6',
    many(1_000) + 1,
  ),
  recipe(
    `${many(10_000)} long holidays`,
    () => `calendar:\n  holidays:\n${lines(many(10_000), () => '    - 2026-01-01..2035-12-31')}${good}`,
    '-',
    1,
  ),
  recipe(
    'a title of 100 000 characters',
    () => `milestones:\n  - title: ${'A '.repeat(50_000)}Z\n  - { id: b, title: B }\n`,
    '-',
    2,
  ),
  recipe(
    'an id of 100 000 characters',
    () => `milestones:\n  - id: ${'a'.repeat(100_000)}\n    title: A\n`,
    'id.invalid@2',
    1,
  ),
  recipe(
    `${many(1_000)} titles of dashes`,
    () => `milestones:\n${lines(many(1_000), () => `  - title: ${'_- '.repeat(100)}x`)}`,
    '-',
    many(1_000),
  ),
  recipe(
    `${many(12_000)} tasks with wrong days`,
    () =>
      `milestones:\n  - id: a\n    title: A\n    tasks:\n${lines(many(12_000), () => '      - { title: T, due: 1 }')}`,
    'date.invalid@5',
    1,
  ),
];

const slow = [
  '1 '.repeat(many(20_000)),
  '9'.repeat(many(50_000)),
  `${'1.'.repeat(many(25_000))}x`,
  `2026-${'0'.repeat(many(40_000))}`,
  `${' 1d'.repeat(many(10_000))}!`,
  `-${'-'.repeat(many(40_000))}x`,
];

const nonsense: Readonly<Record<string, string>> = {
  due: 'date.invalid',
  effort: 'duration.invalid',
  amount: 'money.invalid',
  progress: 'percent.invalid',
  weight: 'number.invalid',
  id: 'id.invalid',
  status: 'status.invalid',
  dependsOn: 'type.invalid',
};

/** Values made to send a pattern back and forth. */
const patterns: readonly Hostile[] = Object.entries(nonsense).map(([name, code]) =>
  recipe(
    `long nonsense in ${name}`,
    () => `milestones:\n${lines(slow.length, (at) => `  - title: T${at}\n    ${name}: "${slow[at]}"`)}`,
    `${code}@3`,
    slow.length,
  ),
);

/** Characters that no file of the folder holds, because git or an editor might change them. */
export const oddTexts: readonly Hostile[] = [
  recipe('a byte order mark', () => `\ufeffproject: P\n${good}`, '-', 1),
  recipe('two byte order marks', () => `\ufeff\ufeffproject: P\n${good}`, '-', 1),
  recipe('a byte order mark and a wrong day', () => `\ufeff${milestone('due: 2026-02-30')}`, 'date.invalid@4', 2),
  recipe(
    'a byte order mark and a directive',
    () => `\ufeff%YAML 1.1\n---\n${milestone('due: 2026-02-30')}`,
    'date.invalid@6',
    2,
  ),
  recipe('only a byte order mark', () => '\ufeff', '-', 0),
  recipe('CRLF', () => milestone('due: 2026-02-30').replaceAll('\n', '\r\n'), 'date.invalid@4', 2),
  recipe('CRLF and a block text', () => milestone('notes: |\n      one\n      two').replaceAll('\n', '\r\n'), '-', 2),
  recipe('CRLF and a tab', () => milestone('tasks:\n\t- One').replaceAll('\n', '\r\n'), 'yaml.syntax@5', 'none'),
  recipe(
    'CRLF and a conflict',
    () => `<<<<<<< HEAD\nproject: P\n=======\nproject: Q\n>>>>>>> x\n${good}`.replaceAll('\n', '\r\n'),
    'file.conflict@1',
    'none',
  ),
  recipe(
    'CRLF and a conflict in diff3 style',
    () => `project: P\n<<<<<<<\nclient: A\n|||||||\n=======\nclient: B\n>>>>>>>\n${good}`.replaceAll('\n', '\r\n'),
    'file.conflict@2',
    'none',
  ),
  recipe(
    'CRLF, a byte order mark and no last line end',
    () => `\ufeff${milestone('due: soon').trimEnd().replaceAll('\n', '\r\n')}`,
    'date.invalid@4',
    2,
  ),
  recipe(
    'mixed line ends',
    () => milestone('due: 2026-02-30').replace('\n', '\r\n'),
    'file.lineEnds@1 date.invalid@4',
    2,
  ),
  recipe(
    'CR alone between all lines',
    () => milestone('due: 2026-02-30').replaceAll('\n', '\r'),
    'file.lineEnds@1',
    'none',
  ),
  recipe('CR alone inside a text', () => milestone('notes: one\rtwo'), 'file.lineEnds@4', 2),
  recipe('a NUL', () => milestone('notes: a\0b'), 'file.binary@4', 'none'),
  recipe('only NULs', () => '\0\0\0\0', 'file.binary@1', 'none'),
  recipe('UTF-16 read as bytes', () => [...`\xff\xfe${good}`].join('\0'), 'file.binary@1', 'none'),
  recipe('characters that were lost', () => milestone('notes: Gr\ufffdsse'), 'file.encoding@4', 2),
  recipe('half a surrogate pair', () => milestone('notes: "\ud800"'), '-', 2),
  recipe('an escape character', () => milestone('notes: "\u001b[31m red"'), '-', 2),
  recipe('a bell and a delete', () => milestone('notes: "\u0007\u007f"'), '-', 2),
  recipe('C1 controls', () => milestone('notes: "\u0080\u009b"'), '-', 2),
  recipe('a form feed as indentation', () => milestone('\u000cdue: 2026-12-04'), '-', 2),
  recipe(
    'next-line characters as line ends',
    () => milestone('due: 2026-02-30').replaceAll('\n', '\u0085'),
    'yaml.syntax@1',
    'none',
  ),
  recipe(
    'line separators as line ends',
    () => milestone('due: 2026-02-30').replaceAll('\n', '\u2028'),
    'yaml.syntax@1',
    'none',
  ),
  recipe('no last line end', () => milestone('due: 2026-02-30').trimEnd(), 'date.invalid@4', 2),
  recipe('a title of half pairs', () => `milestones:\n  - { id: a, title: "${'\udc00'.repeat(1_000)}" }\n`, '-', 1),
];

/** Each must be read within a second and a half. */
export const bombs: readonly Hostile[] = [...depth, ...aliasBombs, ...floods, ...rules, ...plans, ...patterns];

/** Those that take no time to speak of, unless all are read whole. */
export const lightBombs: readonly Hostile[] = full ? bombs : [...depth, ...aliasBombs];
