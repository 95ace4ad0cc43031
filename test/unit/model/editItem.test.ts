// Tasks and criteria: plain texts that become maps, and maps whose state changes.
import type { Change } from '../../../src/model/change';
import { on, table, yaml } from './editCases';

const task = (which: number | string, done?: boolean): Change => ({
  kind: 'toggleTask',
  id: 'a',
  task: which,
  ...(done === undefined ? {} : { done }),
});
const criterion = (which: number | string): Change => ({ kind: 'toggleCriterion', id: 'a', criterion: which });

table('an entry that was chosen by its number', [
  {
    name: 'is found where it has moved to',
    change: { kind: 'toggleTask', id: 'a', task: 0, was: 'One' },
    before: 'milestones:\n  - title: A\n    tasks:\n      - Zero\n      - One\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - Zero\n      - { title: One, done: true }\n',
  },
  {
    name: 'is that of its number among several with its text',
    change: { kind: 'toggleCriterion', id: 'a', criterion: 1, was: 'C' },
    before: 'milestones:\n  - title: A\n    acceptanceCriteria: [C, C]\n',
    after: 'milestones:\n  - title: A\n    acceptanceCriteria: [C, { text: C, done: true }]\n',
  },
  {
    name: 'is not taken for another one when it is gone',
    change: { kind: 'toggleTask', id: 'a', task: 0, was: 'One' },
    before: 'milestones:\n  - title: A\n    tasks: [Zero, Two]\n',
    after: 'refused: item.unknown',
  },
  {
    name: 'is not guessed among several when it has moved',
    change: { kind: 'toggleCriterion', id: 'a', criterion: 0, was: 'C' },
    before: 'milestones:\n  - title: A\n    acceptanceCriteria: [B, C, C]\n',
    after: 'refused: item.ambiguous',
  },
]);

table('a plain text task', [
  {
    name: 'becomes a map and keeps its comment',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - Wireframes         # a plain string\n      - Texts\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      - { title: Wireframes, done: true }         # a plain string\n      - Texts\n',
  },
  {
    name: 'is found by its text',
    change: task('Texts'),
    before: 'milestones:\n  - title: A\n    tasks:\n      - Wireframes\n      - Texts\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - Wireframes\n      - { title: Texts, done: true }\n',
  },
  {
    name: 'keeps its quotes',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - "Click ads, \\"all\\" of them"\n      - \'It\'\'s: {b}\'\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      - { title: "Click ads, \\"all\\" of them", done: true }\n      - \'It\'\'s: {b}\'\n',
  },
  {
    name: 'gets quotes where braces need them',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - One, two [and] {three} # c\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - { title: "One, two [and] {three}", done: true } # c\n',
  },
  {
    name: 'needs none for other signs',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - What\'s a 100% "yes"? https://x.example/#y\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      - { title: What\'s a 100% "yes"? https://x.example/#y, done: true }\n',
  },
  {
    name: 'over two lines',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - One\n        and two\n      - Three\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      - { title: One\n        and two, done: true }\n      - Three\n',
  },
  {
    name: 'in block style becomes one line',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - >- # c\n        One\n        and two\n      - Three\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - { title: "One and two", done: true } # c\n      - Three\n',
  },
  {
    name: 'is written as the maps of its list, without spaces in the braces',
    change: task(1),
    before: 'milestones:\n  - title: A\n    tasks:\n      - {title: One, done: true}\n      - Two\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      - {title: One, done: true}\n      - {title: Two, done: true}\n',
  },
  {
    name: 'is written as the maps of its list, over lines',
    change: task(1),
    before:
      'milestones:\n  - title: A\n    tasks:\n      -   title: One\n          done: true\n      -   Two # c\n      -   Three\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      -   title: One\n          done: true\n      -   title: Two # c\n          done: true\n      -   Three\n',
  },
  {
    name: 'in a list on one line',
    change: task(1),
    before: 'milestones:\n  - title: A\n    tasks: [One, Two, Three]\n',
    after: 'milestones:\n  - title: A\n    tasks: [One, { title: Two, done: true }, Three]\n',
  },
  {
    name: 'behind an anchor nobody uses',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - &one One\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - { title: &one One, done: true }\n',
  },
  {
    name: 'at the end of a text without a final line end',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n    - One',
    after: 'milestones:\n  - title: A\n    tasks:\n    - { title: One, done: true }',
  },
  {
    name: 'is counted without entries that cannot be read',
    change: task(1),
    before: 'milestones:\n  - title: A\n    tasks:\n      - One\n      -\n      - [x]\n      - Two\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      - One\n      -\n      - [x]\n      - { title: Two, done: true }\n',
  },
  {
    name: 'that is open stays so',
    change: task(0, false),
    before: 'milestones:\n  - title: A\n    tasks: [One]\n',
    after: 'milestones:\n  - title: A\n    tasks: [One]\n',
  },
]);

table('a task that is a map', [
  {
    name: 'is done behind its title and effort',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - { title: One, effort: 5d, url: https://x.example }\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      - { title: One, effort: 5d, done: true, url: https://x.example }\n',
  },
  {
    name: 'is open again',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - { title: One, done: true } # c\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - { title: One, done: false } # c\n',
  },
  {
    name: 'loses its day when it is open again',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - { title: One, done: true, completed: 2026-11-18 }\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - { title: One, done: false }\n',
  },
  {
    name: 'gets a day where the list writes days and one is given',
    change: { kind: 'toggleTask', id: 'a', task: 'Two', on },
    before:
      'milestones:\n  - title: A\n    tasks:\n      - { title: One, done: true, completed: 2026-11-18 }\n      - Two\n',
    after:
      'milestones:\n  - title: A\n    tasks:\n      - { title: One, done: true, completed: 2026-11-18 }\n      - { title: Two, done: true, completed: 2026-11-23 }\n',
  },
  {
    name: 'gets no day where the list writes none',
    change: { kind: 'toggleTask', id: 'a', task: 0, on },
    before: 'milestones:\n  - title: A\n    tasks:\n      - title: One\n        owner: me\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - title: One\n        owner: me\n        done: true\n',
  },
  {
    name: 'with an empty state',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - title: One\n        done:\n        owner: me\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - title: One\n        done: true\n        owner: me\n',
  },
  {
    name: 'with a wrong state in quotes',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks:\n      - { title: One, done: "yes" }\n',
    after: 'milestones:\n  - title: A\n    tasks:\n      - { title: One, done: true }\n',
  },
  {
    name: 'as a pair without braces',
    change: task(0),
    before: 'milestones:\n  - title: A\n    tasks: [title: One, Two]\n',
    after: 'milestones:\n  - title: A\n    tasks: [{ title: One, done: true }, Two]\n',
  },
]);

table('a criterion', [
  {
    name: 'that is a plain text',
    change: criterion(0),
    before: 'milestones:\n  - title: A\n    acceptanceCriteria:\n      - Five templates approved\n',
    after:
      'milestones:\n  - title: A\n    acceptanceCriteria:\n      - { text: Five templates approved, done: true }\n',
  },
  {
    name: 'that is a map, in front of its evidence',
    change: criterion('Contrast'),
    before: yaml`
      milestones:
        - title: A
          acceptanceCriteria:
            - text: Contrast
              evidence:
                - reports/contrast.html
    `,
    after: yaml`
      milestones:
        - title: A
          acceptanceCriteria:
            - text: Contrast
              done: true
              evidence:
                - reports/contrast.html
    `,
  },
  {
    name: 'that is not met any more',
    change: criterion(0),
    before: 'milestones:\n  - title: A\n    acceptanceCriteria:\n      - text: Contrast\n        done: true   # seen\n',
    after: 'milestones:\n  - title: A\n    acceptanceCriteria:\n      - text: Contrast\n        done: false   # seen\n',
  },
]);

table('an entry that is not clear', [
  {
    name: 'a text that is there twice',
    change: task('One'),
    before: 'milestones:\n  - title: A\n    tasks: [One, One]\n',
    after: 'refused: item.ambiguous',
  },
  {
    name: 'a text that is not there',
    change: task('Two'),
    before: 'milestones:\n  - title: A\n    tasks: [One]\n',
    after: 'refused: item.unknown',
  },
  {
    name: 'a number that is not there',
    change: criterion(1),
    before: 'milestones:\n  - title: A\n    acceptanceCriteria: [One]\n',
    after: 'refused: item.unknown',
  },
  {
    name: 'a number below zero',
    change: task(-1),
    before: 'milestones:\n  - title: A\n    tasks: [One]\n',
    after: 'refused: item.unknown',
  },
]);
