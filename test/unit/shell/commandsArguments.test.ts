// What commands take: an object of ours, a row of the tree, a file, or nothing; anything else is named, not guessed.
import { describe, expect, test } from 'vitest';
import { readCall } from '../../../src/shell/commandsArguments';

const uri = 'file:///w/a.milestones.yaml';
const row = {
  id: 'x',
  kind: 'milestone',
  uri,
  milestone: 'design',
  label: 'Design',
  accessible: '',
  hasChildren: false,
};
const task = { ...row, kind: 'task', index: 2 };

describe('a call', () => {
  test('without arguments comes from a person', () => {
    expect(readCall([])).toEqual({ args: {}, rows: [], onSelection: false, preview: false, byProgram: false });
  });

  test('with an object comes from a program', () => {
    expect(readCall([{ id: 'design', on: '2026-11-23' }])).toMatchObject({
      args: { id: 'design', on: '2026-11-23' },
      byProgram: true,
    });
  });

  test.each([true, false, 'ask'])('may say %j about what depends on a milestone', (shiftDependents) => {
    expect(readCall([{ id: 'design', due: '+3d', shiftDependents }])).toMatchObject({ args: { shiftDependents } });
  });

  test.each(['yes', 1, null])('may not say %j about it', (shiftDependents) => {
    expect(readCall([{ id: 'design', shiftDependents }])).toEqual({ bad: 'shiftDependents' });
  });

  test('on a row of the tree is about that row', () => {
    expect(readCall([row])).toMatchObject({ rows: [{ ref: `${uri}#design` }], byProgram: false });
  });

  test('on one of several selected rows is about all of them', () => {
    expect(readCall([task, [row, task]])).toMatchObject({
      rows: [{ ref: `${uri}#design` }, { ref: `${uri}#design`, item: { field: 'tasks', index: 2 } }],
    });
  });

  test('by a click only shows', () => {
    expect(readCall([row, 'preview'])).toMatchObject({ preview: true });
  });

  test('by a checkbox says what is wanted', () => {
    const ticked = { ref: `${uri}#design`, item: { field: 'tasks', index: 0 }, done: true };
    expect(readCall([ticked, [task]])).toMatchObject({ args: { done: true }, rows: [{ item: { index: 2 } }] });
  });

  test('by the timeline may name what comes first', () => {
    expect(readCall([{ ref: `${uri}#design`, on: `${uri}#texts` }])).toMatchObject({
      args: { on: `${uri}#texts` },
      rows: [{ ref: `${uri}#design` }],
      byProgram: false,
    });
    expect(readCall([{ ref: `${uri}#design`, on: 3 }])).toMatchObject({ args: {}, rows: [{ ref: `${uri}#design` }] });
  });

  test('on a file is about its plan', () => {
    const file = { scheme: 'file', path: '/w/a', fsPath: '/w/a', toString: () => uri };
    expect(readCall([file, [file]])).toMatchObject({ args: { plan: uri }, byProgram: false });
  });

  test.each([
    [{ id: 7 }, 'id'],
    [{ id: 'a', status: 'finished' }, 'status'],
    [{ percent: 101 }, 'percent'],
    [{ percent: Number.NaN }, 'percent'],
    [{ task: -1 }, 'task'],
    [{ task: 1.5 }, 'task'],
    [{ idz: ['a'] }, 'idz'],
    [{ __proto__: null, constructor: 'x' }, 'constructor'],
    ['design', 'string'],
    [['design'], 'object'],
    [{ title: 'x'.repeat(10_001) }, 'title'],
  ])('with %j names what is wrong', (argument, bad) => {
    expect(readCall([argument])).toEqual({ bad });
  });
});
