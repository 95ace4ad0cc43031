// Which paths are plans, and what they are called.
import { describe, expect, it } from 'vitest';
import { isOverlooked, isPlanPath, planBaseName } from '../../../src/shell/planNames';

describe('isPlanPath', () => {
  it.each([
    '/w/acme.milestones.yaml',
    '/w/acme.milestones.yml',
    'a.b.milestones.yaml',
    '/w/.milestones/plan.yaml',
    '.milestones/p.yml',
    '/w/.milestones.yaml',
  ])('is true for %s', (path) => expect(isPlanPath(path)).toBe(true));
  it.each([
    '/w/milestones.yaml',
    '/w/acme.milestones.yaml.bak',
    '/w/acme.milestones.json',
    '/w/.milestones/deep/plan.yaml',
    '/w/my.milestones/plan.yaml',
    '/w/acmemilestones.yaml',
  ])('is false for %s', (path) => expect(isPlanPath(path)).toBe(false));
});

describe('planBaseName', () => {
  it.each([
    ['/w/acme.milestones.yaml', 'acme'],
    ['/w/a.b.milestones.yml', 'a.b'],
    ['/w/.milestones/plan.yaml', 'plan'],
    ['Untitled-1', 'Untitled-1'],
    ['/w/acme/.milestones.yaml', 'acme'],
    ['.milestones.yml', '.milestones.yml'],
  ])('of %s is %s', (path, name) => expect(planBaseName(path)).toBe(name));
});

describe('isOverlooked', () => {
  it('is true only for whole names of folders', () => {
    expect(isOverlooked('/a/node_modules/b.milestones.yaml')).toBe(true);
    expect(isOverlooked('/.git/b.milestones.yaml')).toBe(true);
    expect(isOverlooked('/a/my_node_modules/b.milestones.yaml')).toBe(false);
    expect(isOverlooked('/.gitlab/b.milestones.yaml')).toBe(false);
  });
});
