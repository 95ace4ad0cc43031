import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { summaryMarkdown } from '../../../src/report/summary';
import { mermaidText } from '../../../src/report/summaryMermaid';
import { hostileText, hostileTexts } from './hostileTexts';
import { english, snapshotOf } from './snapshotOf';

const options = { audience: 'client', say: english, locale: 'en-GB', mermaid: true } as const;

/** The lines of the chart as a reader of Markdown finds them. */
function chart(text: string): readonly string[] {
  const tokens = new MarkdownIt().parse(summaryMarkdown(snapshotOf(text), options), {});
  const fences = tokens.filter(({ type, info }) => type === 'fence' && info === 'mermaid');
  expect(fences).toHaveLength(1);
  return fences[0]?.content.trimEnd().split('\n') ?? [];
}

test('a chart has a line for each milestone with a date', () => {
  const text = `project: Shop
milestones:
  - { title: Done, start: 2026-11-02, due: 2026-11-10, completed: 2026-11-10 }
  - { title: Late, start: 2026-11-02, due: 2026-11-20, status: in-progress }
  - { title: "Section: one; #2", due: 2026-12-04 }
  - { title: Off, due: 2026-12-05, status: cancelled }
  - { title: Undated }
`;
  expect(chart(text)).toEqual([
    'gantt',
    '  title Shop',
    '  dateFormat YYYY-MM-DD',
    '  Done :done, m0, 2026-11-02, 2026-11-11',
    expect.stringMatching(/^ {2}Late :crit, active, m1, 2026-11-02, 2026-11-2\d$/),
    expect.stringMatching(/^ {2}#83;ection#58; one#59; #35;2 :milestone, m2, 2026-12-04, 0d$/),
  ]);
  expect(summaryMarkdown(snapshotOf('milestones: [{ title: A }]'), options)).not.toContain('mermaid');
});

/** Only what Mermaid reads as the text of a title. */
const harmless = /^(?:[\p{L}\p{N}\p{M}\p{Emoji_Presentation} (),./!?'’–—…+-]|#\d+;)*$/u;

describe('a title stays a title', () => {
  test.each(hostileTexts)('%j', (title) => {
    expect(mermaidText(title)).toMatch(harmless);
    const text = JSON.stringify({ project: title, milestones: [{ id: 'a', title: `${title}x`, due: '2026-12-04' }] });
    const lines = chart(text);
    expect(lines).toHaveLength(4);
    expect(lines[3]).toMatch(/ :milestone, m0, 2026-12-04, 0d$/);
    expect(lines[3]?.split(':')).toHaveLength(2);
  });

  test('one that shows nothing', () => {
    expect(mermaidText('\u200b')).toBe('–');
  });

  test('any other', () => {
    fc.assert(fc.property(hostileText, (title) => harmless.test(mermaidText(title))));
  });

  test.each(['section A', 'Click here', 'title', '2026-12-04', 'gantt', 'dateFormat X', 'todayMarker off'])(
    'the statement %s',
    (title) => {
      expect(mermaidText(title)).toMatch(/^#\d+;/);
    },
  );
});
