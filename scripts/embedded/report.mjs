// Progress on the terminal, one line a step with its seconds; knows nothing of what the steps do.

/** @typedef {(line: string) => void} Report says one line to whoever is watching */

/** Writes to the error stream, so that what a script prints as its result stays clean. */
export const terminal = /** @type {Report} */ ((line) => process.stderr.write(`${line}\n`));

/**
 * Reports `title` when `work` begins and again with the seconds it took; every ten seconds in between it says that it is still busy.
 * @template T
 * @param {Report} report
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(report, title, work) {
  const begun = Date.now();
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(0)} s`;
  report(`  ${title} …`);
  const reminder = setInterval(() => report(`  ${title} … ${seconds()}`), 10_000);
  try {
    const result = await work();
    report(`  ${title}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
