import { expect, test } from 'vitest';
import {
  barPath,
  diamondPath,
  donePath,
  flagPath,
  floatPath,
  shortPath,
  stateIcons,
} from '../../../src/drawing/shapes';
import { rowStates } from '../../../src/report/timelineRows';

const bar = { x: 10, width: 100, y: 7, height: 14 };

test('the done part is round on the left and straight where it stops inside the bar', () => {
  expect(donePath(bar, 40)).toBe('M14 7H50q0 0 0 0v14q0 0 0 0H14Q10 21 10 17V11Q10 7 14 7z');
});
test('the done part of a whole bar is round on both sides', () => {
  expect(donePath(bar, 100)).toBe('M14 7H106q4 0 4 4v6q0 4 -4 4H14Q10 21 10 17V11Q10 7 14 7z');
});
test('nothing done draws nothing, and more than all is all', () => {
  expect(donePath(bar, 0)).toBe('');
  expect(donePath(bar, 900)).toBe(donePath(bar, 100));
});
test('a diamond stands on its centre, a flag hangs from its pole', () => {
  expect(diamondPath(20, 14, 7.8)).toBe('M13 14L20 7L27 14L20 21z');
  expect(flagPath(20, 4, 20)).toBe('M20 4v20M20 4l7 3.5l-7 3.5z');
});
test('what continues a bar is open where the bar ends', () => {
  expect(barPath({ x: 10, width: 30, y: 7, height: 14 })).toBe('M10 7.5H35.5q4 0 4 4v5q0 4 -4 4H10');
  expect(barPath({ x: 10, width: 4, y: 7, height: 14 })).toBe('M10 7.5H11.5q2 0 2 2v9q0 2 -2 2H10');
});
test('float hangs from the end below the words and has a stop, chevrons point to earlier days', () => {
  expect(floatPath(10, 50, 21)).toBe('M10 21V24.5H50M50 22v5');
  expect(shortPath(100, 14)).toBe('M104 10.5l-3.5 3.5l3.5 3.5M108 10.5l-3.5 3.5l3.5 3.5');
});
test('every state has a shape of its own', () => {
  const shapes = rowStates.map((state) => JSON.stringify(stateIcons[state]));
  expect(new Set(shapes).size).toBe(rowStates.length);
});
