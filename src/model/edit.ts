// A change as the smallest edits of a plan file's text, proved before anyone applies them. Knows no editor and no disk.
import type { Change, PlannedEdit, Refusal } from './change';
import { unfitText } from './editText';
import { type EditOptions, planWhole } from './editWhole';
import { planWithin } from './editWithin';

/**
 * Plans changes of a file in the order given, as edits of `text` that make one undo. Every milestone is found by its id, every value that no change
 * names stays character by character, and reading the result gives exactly the intended plan; where that cannot be had, nothing is planned and the
 * reason is returned. `baseName` is the file's part of an id such as `acme/design`. Never throws.
 */
export function planEdit(
  text: string,
  baseName: string,
  changes: readonly Change[],
  options: EditOptions = {},
): PlannedEdit | Refusal {
  return unfitText(text) ?? planWithin(text, baseName, changes, options) ?? planWhole(text, baseName, changes, options);
}
