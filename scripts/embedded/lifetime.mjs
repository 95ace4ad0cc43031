// What must end with this process: a list of clean-ups that run however it ends; knows nothing of what it ends.

/** @type {Set<() => void>} */
const endings = new Set();
let listening = false;

/**
 * Runs `ending`, which must be synchronous, when this process exits. Returns a function that takes it off the list.
 * @param {() => void} ending
 * @returns {() => void}
 */
export function atEnd(ending) {
  if (!listening) {
    listening = true;
    process.on('exit', runEndings);
  }
  endings.add(ending);
  return () => endings.delete(ending);
}

/**
 * Makes the signals that stop a program end it in order, with `code`, instead of cutting it off with its children alive.
 * @param {number} [code] the exit code; by default the shell's 128 + signal
 */
export function endOnSignals(code) {
  const signals = /** @type {const} */ ([
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ]);
  for (const [signal, number] of signals) process.once(signal, () => process.exit(code ?? 128 + number));
}

function runEndings() {
  for (const ending of endings) {
    try {
      ending();
    } catch {
      // The process is ending; the other endings still deserve their turn.
    }
  }
  endings.clear();
}
