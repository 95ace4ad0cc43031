import { describe, expect, it } from 'vitest';
import { type JoinablePlan, joinPlans } from '../../../src/model/join';
import { readPlanFile } from '../../../src/model/read';
import { listed, marked, said } from './marked';

function plan(text: string, baseName = 'plan', uri = `file:///${baseName}`): JoinablePlan {
  const file = readPlanFile(text, baseName);
  return { uri, baseName, plan: file.plan, file };
}

/** `- id: a` for each, with the ids it depends on. */
function chain(dependencies: Readonly<Record<string, string>>): string {
  const items = Object.entries(dependencies).map(([id, on]) => `  - { id: ${id}, title: T, dependsOn: [${on}] }`);
  return `milestones:\n${items.join('\n')}\n`;
}

function problemsOf(text: string): string[] {
  const { problems } = joinPlans([plan(text)]);
  return [...problems.values()].flat().map((problem) => `${listed([problem], text)} ${said(problem)}`);
}

describe('joining', () => {
  it('resolves ids of the file, with type and lag', () => {
    const { links, problems } = joinPlans([plan(chain({ a: '', b: 'a, { id: a, type: SS, lag: -2d }' }))]);
    expect([...problems]).toEqual([]);
    const ends = { predecessor: 'file:///plan#a', successor: 'file:///plan#b', inCycle: false };
    expect(links).toEqual([
      { ...ends, type: 'FS' },
      { ...ends, type: 'SS', lag: { weeks: 0, days: -2, hours: 0 } },
    ]);
  });

  it('resolves ids of other files by their base name, and of the own file too', () => {
    const brand = plan(chain({ logo: '', own: 'brand/logo' }), 'brand');
    const site = plan(chain({ live: 'brand/logo' }), 'site');
    const { links, problems } = joinPlans([site, brand]);
    expect([...problems]).toEqual([]);
    expect(links.map(({ predecessor, successor }) => [predecessor, successor])).toEqual([
      ['file:///brand#logo', 'file:///site#live'],
      ['file:///brand#logo', 'file:///brand#own'],
    ]);
  });

  it('takes the first of several milestones with one id', () => {
    const text = 'milestones: [{ id: a, title: A }, { id: a, title: B }, { id: c, title: C, dependsOn: [a] }]';
    expect(joinPlans([plan(text)]).links.map(({ predecessor }) => predecessor)).toEqual(['file:///plan#a']);
  });

  it('warns where a name stands for several files', () => {
    const text = chain({ live: 'brand/logo' });
    const twins = [plan(chain({ logo: '' }), 'brand', 'a/brand'), plan(chain({ logo: '' }), 'brand', 'b/brand')];
    const { links, problems } = joinPlans([plan(text, 'site', 'site'), ...twins]);
    expect(links.map(({ predecessor }) => predecessor)).toEqual(['a/brand#logo']);
    expect(listed(problems.get('site') ?? [], text)).toEqual(['warning dependency.ambiguous "brand/logo"']);
  });

  it('goes on with the last good plan of a broken file, without problems in it', () => {
    const good = plan(chain({ a: 'nobody' }));
    const broken = { ...good, file: readPlanFile('"', 'plan') };
    const { links, problems } = joinPlans([broken, plan(chain({ b: 'plan/a' }), 'other')]);
    expect(links).toHaveLength(1);
    expect(problems.size).toBe(0);
  });
});

describe('an unknown predecessor', () => {
  it.each([
    ['milestones: [{ id: design, title: T }, { id: b, title: T, dependsOn: [⟦desing⟧] }]', 'Is it design?'],
    ['milestones: [{ id: b, title: T, dependsOn: [{ type: SS, id: ⟦nowhere⟧ }] }]', 'no milestone nowhere.'],
    ['milestones: [{ id: b, title: T, dependsOn: [⟦__proto__⟧] }]', 'no milestone __proto__.'],
    ['milestones: [{ id: logo, title: T, dependsOn: [⟦plan/lgo⟧] }]', 'Is it plan/logo?'],
    ['milestones: [{ id: logo, title: T, dependsOn: [⟦plam/logo⟧] }]', 'Is it plan/logo?'],
  ])('has a problem in %s', (source, words) => {
    const { text, start, end } = marked(source);
    const [problem] = joinPlans([plan(text)]).problems.get('file:///plan') ?? [];
    expect(problem).toMatchObject({ code: 'dependency.unknown', severity: 'error', span: { start, end } });
    expect(problem && said(problem)).toContain(words);
  });
});

describe('a cycle', () => {
  it('is one problem that names it in order, where it closes', () => {
    expect(problemsOf(chain({ a: 'c', b: 'a', c: 'b', d: 'a' }))).toEqual([
      'error dependency.cycle "a" These milestones wait for each other, so none can be done first: a → c → b → a.',
    ]);
  });

  it('can be a milestone by itself', () => {
    expect(problemsOf(chain({ a: 'a' }))).toEqual(['error dependency.cycle "a" This milestone waits for itself.']);
  });

  it('is each of two that share a milestone', () => {
    expect(problemsOf(chain({ a: 'b, c', b: 'a', c: 'a' })).map((line) => line.split(': ').at(-1))).toEqual([
      'a → b → a.',
      'a → c → a.',
    ]);
  });

  it('marks its links and no others', () => {
    const { links } = joinPlans([plan(chain({ a: 'b, z', b: 'a', c: 'a', z: '' }))]);
    expect(links.filter(({ inCycle }) => inCycle).map(({ successor }) => successor)).toEqual([
      'file:///plan#a',
      'file:///plan#b',
    ]);
  });

  it('can lead through other files', () => {
    const { problems } = joinPlans([plan(chain({ a: 'two/b' }), 'one'), plan(chain({ b: 'one/a' }), 'two')]);
    expect([...problems].map(([uri, list]) => [uri, list.map(said)])).toEqual([
      ['file:///two', ['These milestones wait for each other, so none can be done first: one/a → b → one/a.']],
    ]);
  });

  it('can lead through a milestone that holds another one of it', () => {
    const text =
      'milestones:\n  - { id: a, title: A, milestones: [{ id: a.1, title: A, dependsOn: [b] }] }\n  - { id: b, title: B, dependsOn: [a] }\n';
    expect(problemsOf(text)).toEqual([
      'error dependency.cycle "a" These milestones wait for each other, so none can be done first: a → a.1 → b → a.',
    ]);
  });

  it('of 500 is named in its beginning', () => {
    const ids = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`m${at}`, `m${(at + 1) % 500}`]));
    const [line] = problemsOf(chain(ids));
    expect(line).toMatch(/^error dependency.cycle "m0" .*m0 → m1 → m2 .* → … → m0\.$/);
  });
});

describe('a milestone and those around it', () => {
  it('may wait for one inside', () => {
    expect(problemsOf('milestones: [{ id: a, title: A, dependsOn: [b], milestones: [{ id: b, title: B }] }]')).toEqual(
      [],
    );
  });

  it('cannot wait for one it is part of, at any depth', () => {
    const { text, start, end } = marked(
      'milestones: [{ id: a, title: A, milestones: [{ id: b, title: B, milestones: [{ id: c, title: C, dependsOn: [⟦a⟧] }] }] }]',
    );
    const { links, problems } = joinPlans([plan(text)]);
    expect(problems.get('file:///plan')).toMatchObject([{ code: 'dependency.family', span: { start, end } }]);
    expect(links).toMatchObject([{ inCycle: true }]);
  });
});

describe('many', () => {
  const base = plan('milestones: [{ id: a, title: A }]');

  it('milestones in one chain do not overflow anything, in either direction', () => {
    for (const step of [-1, 1]) {
      const first = base.plan?.milestones[0];
      if (!base.plan || !first) throw new Error('no plan');
      const milestones = Array.from({ length: 100_000 }, (_, at) => ({
        ...first,
        id: `m${at}`,
        key: `m${at}`,
        dependsOn: at + step < 0 || at + step >= 100_000 ? [] : [{ id: `m${at + step}`, type: 'FS' as const }],
      }));
      const { links, problems } = joinPlans([{ ...base, plan: { ...base.plan, milestones } }]);
      expect(links).toHaveLength(99_999);
      expect(links.some(({ inCycle }) => inCycle)).toBe(false);
      expect(problems.size).toBe(0);
    }
  });

  it('unknown ids among many known ones take no noticeable time', () => {
    const known = Array.from(
      { length: 2000 },
      (_, at) => `  - { id: milestone-${at}, title: T, dependsOn: [milestoone-${at}x] }`,
    );
    const { problems } = joinPlans([plan(`milestones:\n${known.join('\n')}\n`)]);
    expect(problems.get('file:///plan')).toHaveLength(101);
  });
});
