// The one number all random tests begin from. A run with the same number makes the same texts, edits and plans.
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly seed: number;
  }
}

/** The same in every run, so that a state of the project passes or fails always; `npm run soak` tries others. */
export const seed = inject('seed');

fc.configureGlobal({ seed });
