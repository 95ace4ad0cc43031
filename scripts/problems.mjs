// Writes docs/problems.md from the table of problems. A unit test compares, so that the page is never behind the code.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const problemsPage = join(root, 'docs', 'problems.md');

/** @typedef {import('../src/model/problemEntry').ProblemEntry} Entry */

const introduction = `# Problems

Everything the extension can find in a plan file, by the code that the Problems view shows behind each message. The examples are
looked at on 23 November 2026.

Nothing here keeps you from writing: a wrong field costs that field, a wrong milestone costs that milestone, and everything else of the
file is read and shown.

- **Error**: something you wrote is not in the plan.
- **Warning**: it is in the plan, but probably not as you meant it.
- **Hint**: nothing is wrong; it could be better. Hints are shown as information, those of plan quality as three dots.

## Solving problems

Put the cursor on the marked characters and press \`Ctrl+.\` (\`Cmd+.\` on a Mac), or click the light bulb: where it is clear what was meant,
the fix is one click. **Fix all problems of this kind** in the same menu does it for the whole file, and
**Fix everything that is certain** among the source actions does what needs no thought. To have that done whenever
you save, add this to your settings:

\`\`\`json
"editor.codeActionsOnSave": { "source.fixAll.milepost": "explicit" }
\`\`\`

## Silencing problems

A comment silences a problem of its own line, or, on a line of its own, of the next line that says something:

\`\`\`yaml
milestones:
  - title: Kick-off   # milestones-ignore: quality.noCriteria
    # milestones-ignore: quality.dayOff, milestone.dueAfterParent
    due: 2026-12-05
\`\`\`

Several codes stand between commas, and \`quality.*\` is every code that begins so. A remark may follow behind \`--\`. A problem belongs to the
line on which its marked characters begin.

To silence codes in all files, list them under \`milepost.ignoredProblems\` in the settings; errors are shown all the same.
\`milepost.planQuality\` says whether hints of plan quality are shown as three dots under the text, as information, or not at all.

What makes a file unreadable cannot be silenced.
`;

const groups = /** @type {const} */ ([
  ['The text', /^(?:yaml|alias|file|text)\./],
  [
    'Fields and values',
    /^(?!date\.infeasible)(?:key|unknown|plan|type|title|field|date|range|duration|percent|money|number|boolean|enum|currency|timezone|version)\.|^milestone\.type|^status\.invalid/,
  ],
  ['What the plan says', /^(?:id|owner|status|progress|completed|dates|milestone|dependency)\./],
  ['Whether it holds', /^(?:date\.infeasible|deadline\.missed|float\.negative)$/],
  ['What is agreed', /^(?:approval|payment|evidence)\./],
  ['Plan quality', /^quality\./],
  ['This list itself', /^(?:ignore|problems)\./],
]);

/** The page as it should be. */
export async function problemsText() {
  const { table, codes } = await load();
  const left = new Set(codes);
  const parts = groups.map(([title, isOne]) => {
    const own = codes.filter((code) => left.has(code) && isOne.test(code));
    for (const code of own) left.delete(code);
    const links = own.map((code) => `[${code}](#${anchorOf(code)})`).join(' · ');
    return { title, links, entries: own.map((code) => section(code, table[code])) };
  });
  if (left.size > 0) throw new Error(`In no group of the page: ${[...left].join(', ')}`);
  const contents = parts.map(({ title, links }) => `**${title}**: ${links}`).join('\n\n');
  const all = parts.flatMap(({ entries }) => entries).join('\n\n');
  return `<!-- Written by scripts/problems.mjs from src/model/problemTable.ts. -->\n\n${introduction}\n## All codes\n\n${contents}\n\n${all}\n`;
}

/**
 * The place of a code on the page, as GitHub makes it of the heading.
 * @param {string} code
 */
function anchorOf(code) {
  return code.toLowerCase().replaceAll('.', '');
}

/**
 * @param {string} code
 * @param {Entry | undefined} entry
 */
function section(code, entry) {
  if (!entry) throw new Error(`No entry for ${code}`);
  const { meaning, why, fix, example, fixed, severities, beside } = entry;
  return [
    `## ${code}`,
    `${meaning} *(${severities.join(', ')})*`,
    why,
    shown(example),
    ...(beside
      ? [
          `Beside it lie ${Object.keys(beside)
            .map((path) => `\`${path}\``)
            .join(', ')}.`,
        ]
      : []),
    `**Fix:** ${fix}`,
    shown(fixed),
  ].join('\n\n');
}

/** @param {Entry['example']} example */
function shown(example) {
  if (typeof example !== 'string') return `*${example.described}*`;
  return `\`\`\`yaml\n${underlined(example)}\n\`\`\``;
}

/**
 * The text with a line of ^ below the first marked line.
 * @param {string} example
 */
function underlined(example) {
  const lines = example.replace(/\n$/, '').split('\n');
  const at = lines.findIndex((line) => line.includes('⟦'));
  const line = lines[at];
  if (line === undefined) return lines.join('\n');
  const start = line.indexOf('⟦');
  const end = line.includes('⟧') ? line.indexOf('⟧') - 1 : line.length - 1;
  const marks = `#${' '.repeat(Math.max(0, start - 1))}${'^'.repeat(Math.max(1, end - Math.max(start, 1)))}`;
  const plain = lines.map((each) => each.replace(/[⟦⟧]/g, ''));
  return [...plain.slice(0, at + 1), marks, ...plain.slice(at + 1)].join('\n');
}

async function load() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "export { problemTable as table } from './src/model/problemTable';\nexport { problemCodes as codes } from './src/model/codes';\n",
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  });
  const code = outputFiles[0]?.text ?? '';
  /** @type {{ table: Readonly<Record<string, Entry>>, codes: readonly string[] }} */
  const loaded = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return loaded;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(problemsPage, await problemsText());
