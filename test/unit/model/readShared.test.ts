import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/base/day';
import { readPlanFile } from '../../../src/model/read';

describe('what comes from elsewhere in the file', () => {
  const text = readFileSync(new URL('../../fixtures/plans/shared-parts.milestones.yaml', import.meta.url), 'utf8');
  const { plan, places } = readPlanFile(text, 'x');
  const at = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);

  it('is read: aliases of texts, lists and milestones, and merged fields behind own ones', () => {
    expect(plan?.people.map(({ key, name, role }) => [key, name, role])).toEqual([
      ['kim', 'Kim Lee', 'freelancer'],
      ['ana', 'Ana Ruiz', 'freelancer'],
    ]);
    const [ios, android, web, launch] = plan?.milestones ?? [];
    expect(ios).toMatchObject({
      due: day('2026-12-04'),
      owner: 'kim',
      effort: { likely: { weeks: 0, days: 10, hours: 0 } },
    });
    expect(android).toMatchObject({ due: day('2026-12-18'), owner: 'ana', tags: ['review'] });
    expect(web?.description).toBe('App for browsers');
    expect(web?.acceptanceCriteria.map(({ text }) => text)).toEqual(['Has a manual', 'Works without installation']);
    expect(launch?.acceptanceCriteria).toEqual(ios?.acceptanceCriteria);
  });

  it('has the place of its alias', () => {
    expect(at(places.get('ios')?.fields.get('effort'))).toBe('*defaults');
    expect(at(places.get('android')?.fields.get('due'))).toBe('*review');
    expect(at(places.get('web')?.fields.get('description'))).toBe('*name');
    expect(places.get('web')?.items.get('acceptanceCriteria')?.map(at)).toEqual([
      '*docs',
      'Works without installation',
    ]);
    expect(places.get('launch')?.items.get('acceptanceCriteria')?.map(at)).toEqual(['*criteria', '*criteria']);
  });

  it('can be a whole milestone, twice', () => {
    const aliased =
      'x-m: &m { id: m, title: M, tasks: [T] }\nmilestones: [*m, { id: n, title: N, milestones: [*m] }]\n';
    const read = readPlanFile(aliased, 'x');
    expect([...read.places.keys()]).toEqual(['m', 'n', 'm~2']);
    const place = read.places.get('m~2');
    expect(aliased.slice(place?.span.start, place?.span.end)).toBe('*m');
    expect(place?.items.get('tasks')).toEqual([place?.span]);
  });
});
