// Random changes of all fixtures: the edited text reads as the intended plan, and everything outside the edits is unchanged.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyPlanText } from './editAnyText';
import { refusedPart, runEdits } from './editRandom';
import { variants } from './editVariants';

const { whole, parts } = variants();

it('random edits of the fixtures in all clothes', { timeout: 300_000 }, () => {
  // Whole fixtures are slow to read many times over, so most edits are made in parts of them.
  const odd = parts.filter(({ name }) => name.startsWith('odd'));
  const text = fc.oneof(
    { arbitrary: fc.constantFrom(...parts), weight: 12 },
    { arbitrary: fc.constantFrom(...odd), weight: 4 },
    { arbitrary: fc.constantFrom(...whole), weight: 1 },
  );
  const tally = runEdits({ text, edits: 850 });
  expect([...tally.examples].filter(([reason]) => reason !== 'edit.shared')).toEqual([]);
  // One of the fixtures shares its parts by aliases, and what comes from an alias is not edited.
  expect(refusedPart(tally)).toBeLessThan(0.05);
});

it('random edits of texts in any style', { timeout: 300_000 }, () => {
  const text = fc.integer().map((seed) => ({ name: `anyPlanText(${seed})`, text: anyPlanText(seed) }));
  const tally = runEdits({ text, edits: 620 });
  const right = ['edit.shared', 'milestone.ambiguous', 'progress.derived'];
  expect(
    refusedPart(
      tally,
      [...tally.refused.keys()].filter((reason) => !right.includes(reason)),
    ),
  ).toBeLessThan(0.01);
  expect(refusedPart(tally)).toBeLessThan(0.12);
});
