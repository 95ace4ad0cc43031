// Plan files small enough to be read thousands of times, and the ways in which a text is changed at random.
import { readdirSync, readFileSync } from 'node:fs';

export interface Named {
  readonly name: string;
  readonly text: string;
}

const root = new URL('../../fixtures/', import.meta.url);

/** Every plan among the fixtures, each text once. */
export function fixtures(): readonly Named[] {
  const found = new Map<string, Named>();
  for (const folder of ['plans/', 'sample-workspace/acme/', 'sample-workspace/open-source/']) {
    const at = new URL(folder, root);
    for (const name of readdirSync(at).filter((file) => file.endsWith('.yaml'))) {
      const text = readFileSync(new URL(name, at), 'utf8');
      if (!found.has(text)) found.set(text, { name: folder + name, text });
    }
  }
  return [...found.values()];
}

const plain = `# A plan
version: 1
project: Shop
people:
  kim: { name: Kim Lee }
  ana: {}
milestones:
  - id: one
    title: First
    start: 2026-11-02
    due: 2026-12-04 # agreed
    owner: kim
    tasks:
      - Write it
      - { title: Try it, done: true }
  # between
  - title: Second
    due: 2026-02-30
    owner: kym
    milestones:
      - id: inner
        title: Inside
        due: 2027-01-01
        dependsOn: [one]
      - title: Inside
    progress: 40

  - id: three
    title: "Third: quoted"
    notes: |
      Some words
      - and a list

    status: planned
    completed: 2026-11-20
    approvals: [{ by: bob, decision: approved }]
`;

const flush = `milestones:
- title: A
  owner: me
- B
-
- title: A
  dependsOn: one
  duu: 2026-01-01
- id: a
  title: Twin
- { id: a, title: Again, milestones: [{ title: A }, { id: x }] }
risks:
- { title: Late, owner: nobody }
people:
  me: {}
deadline: 2026-01-01
start: 2026-02-01
`;

const deep = `project: Deep
milestones:
    -   id: a
        title: >-
          folded
          twice
        milestones:
        -   title: 'B''s'
            tasks: [x, y,
              z]
            milestones:
            - title: C
              effort: 3d
    # the end
    -   title: a
        description: |+
            Keeps

    - wrong
    -   - list
x-own: { a: 1 }
`;

export const small: readonly Named[] = [
  { name: 'plain', text: plain },
  { name: 'flush', text: flush },
  { name: 'deep', text: deep },
  { name: 'plain with CRLF', text: plain.replaceAll('\n', '\r\n') },
  { name: 'flush with a BOM', text: `\ufeff${flush}` },
  { name: 'with document marks', text: `---\n${deep}...\n` },
];

/** Numbers that look random and are the same for the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Random = ReturnType<typeof randomOf>;

const pieces = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '- ',
    '-',
    ': ',
    ':',
    ',',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    ' # c',
    '# c\n',
  ],
  ...['&a ', '*a', '<<: ', '<<: *a\n', '!x ', '!!str ', '|\n', '|+\n', '|2-\n', '>-\n', '? ', '---\n', '...\n', '--- '],
  ...['%YAML 1.1\n', '\ufeff', '\0', '\ud800', '\u2028', '__proto__: ', 'milestones:\n', '\nmilestones:\n', 'title: '],
  ...[
    'id: a\n',
    'id: one',
    'due: 2026-02-30',
    'dependsOn: [a]\n',
    'done: yes',
    '~',
    'null',
    '..',
    '%',
    '@',
    'a',
    'Z',
    '7',
  ],
  ...[
    '<<<<<<< ours\n',
    '\n  - title: New\n',
    '\n  - id: one\n    title: New\n',
    '\n- X\n',
    '\n  -\n',
    '\n\n',
    '\n  ',
    '\n    ',
  ],
  ...[
    'owner: bob\n',
    'kim',
    '  kim: {}\n',
    'people:\n',
    '# milestones-ignore: id.missing\n',
    ' # milestones-ignore: date.invalid',
  ],
  ...['\nrisks: []\n', '\n# c\n', '\n    x-own: 1\n', 'é', '𝒳', '\u00a0'],
];

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = linesOf(text);
  change(lines);
  return lines.join('');
}

const mutations: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => splice(text, random(text.length + 1), 0, pieces[random(pieces.length)] ?? ''),
  (text, random) => splice(text, random(text.length + 1), 0, pieces[random(pieces.length)] ?? ''),
  (text, random) => splice(text, random(text.length + 1), 1, ''),
  (text, random) => splice(text, random(text.length + 1), random(12), ''),
  (text, random) => splice(text, random(text.length + 1), random(3), pieces[random(pieces.length)] ?? ''),
  (text, random) => withLines(text, (lines) => lines.splice(random(lines.length), 1)),
  (text, random) => withLines(text, (lines) => lines.splice(random(lines.length), 1 + random(4))),
  (text, random) =>
    withLines(text, (lines) => {
      const at = random(lines.length);
      lines.splice(random(lines.length), 0, ...lines.slice(at, at + 1 + random(4)));
    }),
  (text, random) => withLines(text, (lines) => indent(lines, random(lines.length), 1 + random(4), random(2) === 0)),
  (text, random) => withLines(text, (lines) => indent(lines, random(lines.length), 1, random(2) === 0)),
  (text, random) =>
    withLines(text, (lines) => {
      const from = random(lines.length);
      const cut = lines.splice(from, 1 + random(6));
      lines.splice(random(lines.length + 1), 0, ...cut);
    }),
  (text, random) => text.slice(0, random(text.length + 1)),
  (text) => (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n')),
  (text) => (text.startsWith('\ufeff') ? text.slice(1) : `\ufeff${text}`),
];

function indent(lines: string[], from: number, count: number, more: boolean): void {
  for (let at = from; at < Math.min(lines.length, from + count); at++) {
    const line = lines[at] ?? '';
    lines[at] = more ? ` ${line}` : line.replace(/^ /, '');
  }
}

function splice(text: string, at: number, cut: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + cut);
}

export function mutated(text: string, random: Random): string {
  // The last two change the whole text, so they come up less often.
  const at = random(mutations.length * 3);
  const mutation = mutations[at < mutations.length ? at : at % (mutations.length - 2)];
  return mutation ? mutation(text, random) : text;
}
