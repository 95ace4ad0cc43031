// Random changes of plans in which the valid cases of the YAML test suite stand: the hardest ways of writing that people have collected.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refusedPart, runEdits } from './editRandom';
import { suiteText, suiteTexts } from './editSuiteTexts';

const text = fc.nat(suiteTexts - 1).map(suiteText);

it('random edits around the YAML test suite', { timeout: 300_000 }, () => {
  const tally = runEdits({ text, edits: 6_300 });
  expect(refusedPart(tally)).toBeLessThanOrEqual(0.01);
});

it('random inserts around the YAML test suite', { timeout: 300_000 }, () => {
  const tally = runEdits({ text, edits: 2_300, changes: 'inserts' });
  expect(refusedPart(tally)).toBeLessThanOrEqual(0.01);
});
