// Whole entries to begin with: a milestone, a task, a risk, an approval, and a plan for an empty file. Knows no text around them.
import { addDays, type Day, isoDay, weekday } from '../base/day';
import { type Message, message } from '../base/message';
import { decisions, dependencyTypes, type Person } from '../model/plan';
import { literal, type Style, spaces } from './completionStyle';

/** One line of an entry: a field with its value in the editor's snippet syntax, or a first entry of a list below it. */
type Part = readonly [name: string, value: string] | readonly [name: string, entry: string, isList: true];

export interface Snippet {
  readonly label: string;
  readonly detail: Message;
  readonly parts: readonly Part[];
}

export interface SnippetGround {
  readonly today: Day;
  readonly people: readonly Person[];
}

/** The entry of a list of groups by the name of their shape. */
export function snippetFor(shape: string, ground: SnippetGround): Snippet | undefined {
  const { today } = ground;
  switch (shape) {
    case 'milestone': {
      const detail = message('a title, a due date and what has to be true');
      return { label: 'milestone', detail, parts: milestoneParts(today) };
    }
    case 'task': {
      const detail = message('what is to be done, and how long it takes');
      return {
        label: 'task',
        detail,
        parts: [
          ['title', '$1'],
          ['effort', `\${2:1d}`],
        ],
      };
    }
    case 'criterion': {
      const detail = message('what must be true, and whether it is');
      return {
        label: 'criterion',
        detail,
        parts: [
          ['text', '$1'],
          ['done', `\${2:false}`],
        ],
      };
    }
    case 'deliverable':
      return {
        label: 'deliverable',
        detail: message('what is handed over, and where it lies'),
        parts: [
          ['title', '$1'],
          ['url', '$2'],
        ],
      };
    case 'dependency': {
      const detail = message('what comes first, what waits for what, and the time in between');
      return {
        label: 'dependency',
        detail,
        parts: [
          ['id', '$1'],
          ['type', choices(2, dependencyTypes)],
          ['lag', `\${3:1d}`],
        ],
      };
    }
    case 'risk': {
      const detail = message('what may happen, how likely it is, what it costs and what is done about it');
      return {
        label: 'risk',
        detail,
        parts: [
          ['title', '$1'],
          ['probability', `\${2:0.3}`],
          ['impact', `\${3:2d}`],
          ['response', '$4'],
        ],
      };
    }
    case 'approval': {
      const detail = message('who decided what on which day');
      const by = choices(
        1,
        ground.people.map(({ key }) => key),
      );
      return {
        label: 'approval',
        detail,
        parts: [
          ['by', by],
          ['decision', choices(2, decisions)],
          ['on', `\${3:${isoDay(today)}}`],
        ],
      };
    }
    default:
      return undefined;
  }
}

function milestoneParts(today: Day): readonly Part[] {
  return [
    ['title', '$1'],
    ['due', `\${2:${inWeeks(today, 4)}}`],
    ['acceptanceCriteria', '$3', true],
  ];
}

/** A day that many weeks later, or the Friday before a weekend. */
function inWeeks(today: Day, weeks: number): string {
  const day = addDays(today, 7 * weeks);
  return isoDay(addDays(day, -Math.max(0, weekday(day) - 5)));
}

/** Only words that need no quotation marks can be chosen from; without any there is an empty place. */
function choices(place: number, words: readonly string[]): string {
  const simple = words.filter((word) => /^[\p{L}\p{Nd}_][\p{L}\p{Nd}_.-]*$/u.test(word)).slice(0, 20);
  return simple.length === 0 ? `$${place}` : `\${${place}|${simple.map(literal).join(',')}|}`;
}

/** The fields of an entry, each on a line of its own at `column`; the first one begins where the entry does. */
export function onLines({ parts }: Snippet, column: number, style: Style): string {
  const line = style.lineEnd + spaces(column);
  return parts
    .map(([name, value, isList]) => (isList ? `${name}:${line}${spaces(style.list)}- ${value}` : `${name}: ${value}`))
    .join(line);
}

/** The entry in braces. */
export function inBraces({ parts }: Snippet): string {
  return `{ ${parts.map(([name, value, isList]) => `${name}: ${isList ? `[${value}]` : value}`).join(', ')} }`;
}

/** A whole plan. */
export function planSnippet(today: Day, project: string, { lineEnd: eol }: Style): string {
  return [
    `project: \${1:${literal(project)}}`,
    `start: ${isoDay(today)}`,
    'people:',
    `  \${2:me}: { name: \${3:Kim Lee} }`,
    'milestones:',
    `  - title: \${4:Design approved}`,
    `    due: \${5:${inWeeks(today, 4)}}`,
    `    owner: \${2:me}`,
    '    acceptanceCriteria:',
    `      - \${6:Five templates approved by the client}`,
    `  - title: \${7:Site live}`,
    `    due: \${8:${inWeeks(today, 8)}}`,
    '',
  ].join(eol);
}
