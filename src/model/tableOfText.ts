// The problems of the text itself, before anything in it is a plan. Part of the table of problems.
import type { ProblemCode } from './codes';
import type { ProblemEntry } from './problemEntry';

type Codes = Extract<
  ProblemCode,
  `yaml.${string}` | `file.${string}` | `alias.${string}` | `text.${string}` | `ignore.${string}` | `problems.${string}`
>;

export const tableOfText: Readonly<Record<Codes, ProblemEntry>> = {
  'yaml.syntax': {
    severities: ['error'],
    meaning: 'The text is not YAML, so nothing of the file can be read.',
    why: 'The last plan that could be read stays on screen, marked as stale, until this one place is right again.',
    example: 'milestones:\n  - title: ⟦Design: approved⟧\n',
    fix: 'Look at the marked place. Most often a text with a colon needs quotation marks, a line is indented differently from its neighbours, or a bracket is not closed.',
    fixed: 'milestones:\n  - title: "Design: approved"\n',
  },
  'yaml.tag': {
    severities: ['warning'],
    meaning: 'A word that begins with ! is an instruction to YAML, so the field is empty.',
    why: 'What you wrote is not in the plan, and nothing else shows it.',
    example: 'milestones:\n  - title: Design\n    ⟦notes⟧: !important\n',
    fix: 'Put the value in quotation marks.',
    fixed: 'milestones:\n  - title: Design\n    notes: "!important"\n',
  },
  'yaml.anchor': {
    severities: ['warning'],
    meaning: 'A word that begins with & is a name for the value behind it, and nothing uses that name.',
    why: 'YAML leaves the word out of the value: here the title would be "more leads".',
    example: 'milestones:\n  - title: ⟦&more leads⟧\n',
    fix: 'Put the whole value in quotation marks, or delete the name.',
    fixed: 'milestones:\n  - title: "&more leads"\n',
  },
  'yaml.unquoted': {
    severities: ['hint'],
    meaning:
      'Other programs take this text for a number, a yes or no, or nothing, and would write it back differently.',
    why: 'Here it is kept as you wrote it. Another program that saves the file would make `1.1` of `1.10` and `true` of `yes`.',
    example: 'milestones:\n  - title: ⟦1.10⟧\n    id: first\n',
    fix: 'Put the value in quotation marks.',
    fixed: 'milestones:\n  - title: "1.10"\n    id: first\n',
  },
  'alias.unknown': {
    severities: ['error'],
    meaning:
      'A word that begins with * repeats a value that was named with & before, and there is none with this name.',
    why: 'The value is missing from the plan.',
    example: 'milestones:\n  - title: ⟦*launch⟧\n    id: launch\n',
    fix: 'Put a text that begins with * in quotation marks, or name the value to repeat with & above.',
    fixed: 'milestones:\n  - title: "*launch"\n    id: launch\n',
  },
  'file.tooLarge': {
    severities: ['error'],
    meaning: 'The file is larger than what is read.',
    why: 'A file of this size would make the editor slow. Nothing of it is read.',
    example: {
      described: 'A file of more than 1 MB (or what `milepost.maxFileSize` allows, at most 5 MB).',
      make: () => `⟦project: A⟧\n${'# a very long comment\n'.repeat(50_000)}`,
    },
    fix: 'Split the file into several plans, or raise the limit in the settings.',
    fixed: { described: 'Two files, each with a part of the milestones.', make: () => 'project: A\n' },
  },
  'file.tooDeep': {
    severities: ['error'],
    meaning: 'Values lie inside each other more than 64 levels deep.',
    why: 'Reading such a text can bring a program down. Nothing of the file is read.',
    example: {
      described: 'A list in a list in a list, and so on, more than 64 levels deep.',
      make: () => `x-own: ${'['.repeat(62)}⟦${'['.repeat(40)}⟧`,
    },
    fix: 'Take the inner values out.',
    fixed: { described: 'Fewer levels.', make: () => 'x-own: []\n' },
  },
  'file.tooManyTokens': {
    severities: ['error'],
    meaning: 'The file has too many words and signs to be read, although it is not too large.',
    why: 'Reading it would make the editor slow. Nothing of it is read.',
    example: {
      described: 'A list of hundreds of thousands of commas.',
      make: () => `x-own: [${'a, '.repeat(99_998)}a,⟦ ${'a, '.repeat(66)}a⟧,${' a,'.repeat(60_000)}]\n`,
    },
    fix: 'Split the file into several plans.',
    fixed: { described: 'A shorter list.', make: () => 'x-own: []\n' },
  },
  'file.tooManyAliases': {
    severities: ['error'],
    meaning: 'The file repeats values with aliases (`*name`) more often than what is read.',
    why: 'A few lines of aliases can stand for millions of values. Nothing of the file is read.',
    example: {
      described: 'More than 1 000 aliases, or aliases that repeat more than 10 000 values in all.',
      make: () => `x-own: &a [1]\nx-all: [${'*a, '.repeat(1_000)}⟦*a⟧]\n`,
    },
    fix: 'Write some of the values out.',
    fixed: { described: 'Fewer aliases.', make: () => 'x-own: &a [1]\nx-all: [*a, *a]\n' },
  },
  'file.tooManyMilestones': {
    severities: ['error'],
    meaning: 'The file has more than 5 000 milestones.',
    why: 'Only the first 5 000 are read; the others are missing from every view.',
    example: {
      described: 'More than 5 000 milestones in one file.',
      make: () =>
        `milestones:\n${Array.from({ length: 5_000 }, (_, at) => `  - { id: m${at}, title: M }\n`).join('')}  - ⟦{ id: last, title: M }⟧\n`,
    },
    fix: 'Split the file into several plans.',
    fixed: { described: 'Several files with fewer milestones.', make: () => 'milestones: [{ id: m0, title: M }]\n' },
  },
  'file.conflict': {
    severities: ['error'],
    meaning: 'Two versions of the file were merged and disagree here.',
    why: 'Until one version is chosen nobody knows what the plan says, so nothing of it is read.',
    example: 'project: Relaunch\n⟦<<<<<<< HEAD⟧\nstart: 2026-11-02\n=======\nstart: 2026-11-09\n>>>>>>> other\n',
    fix: 'Keep the right lines and delete the others, with the lines of <<<<<<<, ======= and >>>>>>>.',
    fixed: 'project: Relaunch\nstart: 2026-11-09\n',
  },
  'file.documents': {
    severities: ['warning'],
    meaning: 'A line of three dashes begins a second document, and only the first one is read.',
    why: 'Everything below that line is missing from the plan.',
    example: 'project: Relaunch\n⟦---⟧\nproject: Shop\n',
    fix: 'Put the second plan in a file of its own. A line across a description is written with ***.',
    fixed: 'project: Relaunch\n',
  },
  'file.binary': {
    severities: ['error'],
    meaning: 'The file holds bytes that no text has.',
    why: 'It is probably no plan at all, or was damaged. Nothing of it is read.',
    example: { described: 'A file with a zero byte in it, such as a picture.', make: () => 'project: A⟦\0⟧B\n' },
    fix: 'Restore the file from a copy, or delete the sign at the marked place.',
    fixed: { described: 'A text.', make: () => 'project: AB\n' },
  },
  'file.encoding': {
    severities: ['warning'],
    meaning: 'The file was not saved as UTF-8, so some of its characters are lost.',
    why: 'Names and texts are shown with � in them. The file is not edited for you, because saving it would lose the characters for good.',
    example: 'project: Gr⟦\ufffd⟧sse\n',
    fix: 'Open the file with the encoding it was saved in ("Reopen with Encoding") and save it with UTF-8.',
    fixed: 'project: Grösse\n',
  },
  'file.lineEnds': {
    severities: ['error', 'warning', 'hint'],
    meaning: 'The lines of the file end in different ways, or in one that is no longer used (CR alone).',
    why: 'The editor and YAML disagree on where a line with CR alone ends, so the plan may say something else than you see. A file of mixed line ends is not edited for you.',
    example: {
      described: 'A file in which some lines end with LF and others with CR LF, or with CR alone.',
      make: () => 'project: A\nclient: B⟦\r\n⟧currency: EUR\n',
    },
    fix: 'Choose LF or CRLF in the status bar of the editor and save the file.',
    fixed: { described: 'A file in which every line ends the same way.', make: () => 'project: A\nclient: B\n' },
  },
  'file.unreadable': {
    severities: ['error'],
    meaning: 'The file exists but could not be opened.',
    why: 'Its plan is missing from every view.',
    example: { described: 'A file you have no permission to read, or one on a drive that is gone.' },
    fix: 'Check its permissions and whether its drive is there.',
    fixed: { described: 'A file that can be opened.' },
  },
  'text.invalid': {
    severities: ['error'],
    meaning: 'A text is expected here, not a list or a group of fields.',
    why: 'The field is left out of the plan.',
    example: 'project: ⟦[Website relaunch]⟧\n',
    fix: 'Write one text. One that has brackets or braces needs quotation marks.',
    fixed: 'project: "[Website relaunch]"\n',
  },
  'text.invisible': {
    severities: ['warning'],
    meaning: 'Characters stand here that nobody can see.',
    why: 'Two texts that look the same are not, so a search or a dependency does not find them; some of these characters even show text in another order than it is read.',
    example: {
      described: 'A title copied from a web page, with an invisible space inside a word.',
      make: () => 'milestones:\n  - id: a\n    title: De⟦\u200b⟧sign\n',
    },
    fix: 'Delete the characters.',
    fixed: { described: 'The same title, typed.', make: () => 'milestones:\n  - id: a\n    title: Design\n' },
  },
  'ignore.unknown': {
    severities: ['hint'],
    meaning: 'A `# milestones-ignore:` comment names a problem that does not exist or that cannot be silenced.',
    why: 'The comment does nothing, and the problem it was meant for is still reported.',
    example: 'project: Relaunch\nmilestone: []   # milestones-ignore: ⟦unknown.field⟧\n',
    fix: 'Write the code as the Problems view shows it, or delete the comment.',
    fixed: 'project: Relaunch\nmilestone: []   # milestones-ignore: unknown.key\n',
  },
  'problems.more': {
    severities: ['hint'],
    meaning: 'The file has more than 100 problems; the gravest are shown, and this line counts the others.',
    why: 'A list of thousands helps nobody.',
    example: {
      described: 'A file with 150 unknown fields.',
      make: () =>
        Array.from({ length: 150 }, (_, at) => (at === 100 ? '⟦strange100⟧: 1' : `strange${at}: 1`)).join('\n'),
    },
    fix: 'Solve those that are shown; the others follow.',
    fixed: { described: 'A file with fewer problems.', make: () => 'project: Relaunch\n' },
  },
};
