import markdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/base/day';
import { drawFence, type FenceGround, fenceBlock, planNamedIn } from '../../../src/shell/fenceDraw';
import { drawFences } from '../../../src/shell/fencePlugin';
import { payloads } from '../../browser/fixtures/payloads';
import { english, snapshotOf, uriOf } from '../report/snapshotOf';

const ground: FenceGround = {
  ...{ say: english, locale: 'en-GB', firstWeekday: 1, maxBytes: 1_048_576, dueSoonDays: 7 },
  ...{ today: () => day('2026-11-23'), snapshot: undefined, urisOf: () => [] },
};

const small = `project: Small
milestones:
  - { id: a, title: First, due: 2026-12-01 }
  - { id: b, title: Second, due: 2026-12-20, dependsOn: [a] }
`;

function engine(how: 'default' | 'commonmark' = 'default', of: FenceGround = ground) {
  let drawn = 0;
  const md = markdownIt(how, { html: true });
  drawFences(md, {
    draw: (body) => {
      drawn += 1;
      return drawFence(body, of);
    },
    tooMany: () => '<p>No more.</p>',
    block: fenceBlock,
  });
  return { render: (text: string) => md.render(text), drawn: () => drawn };
}

function fenced(body: string, info = 'milestones'): string {
  return `before\n\n\`\`\`${info}\n${body.endsWith('\n') ? body : `${body}\n`}\`\`\`\n\nafter\n`;
}

/** Tags as a browser would see them, each once: how many words stand on an axis depends on how long titles are. */
function tagsOf(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, name = '']) => name))].sort();
}

describe('a fence', () => {
  test('draws the plan it holds', () => {
    const html = engine().render(fenced(small));
    expect(html).toContain('<div class="milepost-timeline" dir="auto"><svg');
    expect(html).toContain('width="100%"');
    expect(html).toContain('>Second</text>');
    expect(html).toMatch(/<p>before<\/p>[\s\S]*<p>after<\/p>/);
  });

  test.each(['milestones', 'milestones wide', '  milestones'])('is ours by its name: %s', (info) => {
    expect(engine().render(fenced(small, info))).toContain('<svg');
  });

  test.each(['yaml', '', 'milestonesx', 'yaml milestones', 'js'])('is left alone by another name: %s', (info) => {
    const html = engine().render(fenced(small, info));
    expect(html).toContain('<pre><code');
    expect(html).not.toContain('<svg');
  });

  test('that cannot be read tells what is wrong and where', () => {
    const html = engine().render(fenced('project: A\nmilestones:\n  - title: [\n'));
    expect(html).not.toContain('<svg');
    expect(html).toMatch(/<p>This plan has an error:<\/p><ul><li>Line \d+: /);
  });

  test('with a wrong date is drawn, and the mistake is told below', () => {
    const html = engine().render(
      fenced('milestones:\n  - { title: A, due: 2026-12-01 }\n  - { title: B, due: 2026-06-31 }\n'),
    );
    expect(html).toContain('<svg');
    expect(html).toContain('<li>Line 3: ');
  });

  test('larger than a plan file may be is refused', () => {
    const html = drawFence(`project: A\nsummary: ${'x'.repeat(1_100_000)}\n`, ground);
    expect(html).not.toContain('<svg');
    expect(html).toContain('<li>Line 1: ');
  });

  test('knows where it stands, for scrolling along', () => {
    expect(fenceBlock('x', '12')).toBe('<div class="milepost-timeline code-line" data-line="12" dir="auto">x</div>\n');
    expect(fenceBlock('x', '"><b>')).toBe('<div class="milepost-timeline" dir="auto">x</div>\n');
  });
});

describe('a fence that names a plan', () => {
  const snapshot = snapshotOf([
    { name: 'acme', text: 'project: Acme\nmilestones: [{ title: Alpha, due: 2026-12-01, internal: CANARY }]' },
    { name: 'beta', text: 'project: Beta\nmilestones: [{ title: Bravo, due: 2026-12-01 }]' },
  ]);
  const known = { ...ground, snapshot, urisOf: (path: string) => [`file:///plans/${path}`] };

  test.each(['acme', 'plan: acme', 'plan: "acme"', 'acme.milestones.yaml', '\n  acme  \n'])('%j', (body) => {
    const html = drawFence(body, known);
    expect(html).toContain('>Alpha</text>');
    expect(html).not.toContain('Bravo');
    expect(html).not.toContain('CANARY');
  });

  test('that is not there', () => {
    expect(drawFence('gamma', known)).toBe('<p><em>There is no plan called gamma here.</em></p>');
  });

  test('before the plans have been read', () => {
    expect(drawFence('acme', ground)).toBe('<p><em>The plans are being read.</em></p>');
  });

  test('by a name that several have', () => {
    const plans = snapshot.plans.map((plan) => ({ ...plan, baseName: 'same' }));
    expect(drawFence('same', { ...known, snapshot: { ...snapshot, plans }, urisOf: () => [uriOf('none')] })).toContain(
      'Several plans are called same',
    );
  });

  test.each([
    ['project: A', undefined],
    ['', undefined],
    ['a\nb', undefined],
    ['x'.repeat(600), undefined],
    ['plan: a b', 'a b'],
    ['plans/acme.milestones.yaml', 'plans/acme.milestones.yaml'],
  ])('%j is read as %j', (body, named) => {
    expect(planNamedIn(body)).toBe(named);
  });
});

describe('hostile texts', () => {
  const plan = (text: string) =>
    `project: ${JSON.stringify(text)}\nmilestones: [{ title: ${JSON.stringify(text)}, due: 2026-12-01 }]\n`;

  test.each(payloads)('leave the structure as it is: %s', (text) => {
    for (const how of payloads.indexOf(text) % 5 === 0
      ? (['default', 'commonmark'] as const)
      : (['default'] as const)) {
      const { render } = engine(how);
      expect(tagsOf(render(fenced(plan(text))))).toEqual(tagsOf(render(fenced(plan('word')))));
      // A fence ends at a line of its own signs only, so a payload in a name or in broken YAML stays in it too.
      const named = render(fenced(text.replace(/[\r\n]/g, ' ')));
      expect(named).not.toMatch(/<(?:script|img|iframe|body|video|form|input|a|style)\b/i);
      const broken = render(fenced(`milestones:\n  - title: [\n${text}\n`));
      expect(broken).not.toMatch(/<(?:script|img|iframe|body|video|form|input|a|style)\b/i);
    }
  });
});

test('5 000 fences in a document of a megabyte cost no more than those that are drawn', () => {
  const { render, drawn } = engine();
  const body = `project: P\nmilestones:\n${Array.from({ length: 3 }, (_, at) => `  - { title: M${at}, due: 2026-12-0${at + 1} }\n`).join('')}`;
  const document = fenced(body).repeat(5_000);
  expect(document.length).toBeGreaterThan(600_000);
  const began = performance.now();
  const html = render(document);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(drawn()).toBe(50);
  expect(html.match(/No more\./g)).toHaveLength(3);
});

test.each([
  ['one line of a megabyte', 'x'.repeat(1_000_000)],
  ['deep brackets', '['.repeat(200_000)],
  ['many milestones', `milestones:\n${'  - { title: A, due: 2026-12-01 }\n'.repeat(2_000)}`],
  [
    'aliases',
    `a: &a [${'x,'.repeat(9)}x]\n${Array.from({ length: 9 }, (_, at) => `${'bcdefghij'[at]}: &${'bcdefghij'[at]} [${`*${'abcdefghi'[at]},`.repeat(9)}*${'abcdefghi'[at]}]\n`).join('')}`,
  ],
])('%s is drawn or refused in bounded time', (_, body) => {
  const began = performance.now();
  const html = drawFence(body, ground);
  // Under a second on an idle machine; what grew with the square of the text would take minutes.
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(html.length).toBeLessThan(2_000_000);
});
