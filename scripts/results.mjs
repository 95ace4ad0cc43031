// What a step of `npm test` has left: its numbers, the names of its failed tests with their reasons, and its output in a size that can be read.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ title: string, message: string }} Failure */
/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly Failure[]} failures
 * @property {readonly Failure[]} retried tests that passed on their second attempt, with the reason of the first one
 * @property {readonly string[]} elsewhere tests that need one version of the editor only and were left to the newest one
 */

const longestReason = 300;
const longestLine = 400;
const longestPlaceLine = 200;
/** Of the beginning and of the end of an output. */
const mostLines = 120;

/** @type {Outcome} */
export const nothing = { passed: 0, failed: 0, skipped: 0, failures: [], retried: [], elsewhere: [] };

/**
 * A check passes with code 0.
 * @param {number | null} code
 * @param {string} output
 * @returns {Outcome}
 */
export function outcomeOfCheck(code, output) {
  return code === 0 ? { ...nothing, passed: 1 } : failedWith(output);
}

/** @param {string} message @returns {Outcome} of a step that has failed as a whole */
export function failedWith(message) {
  return { ...nothing, failed: 1, failures: [{ title: '', message }] };
}

/**
 * What a suite has left, by our runner or by vitest. One that left nothing, or that ended with an error beside its tests, has failed.
 * @param {string} file
 * @param {number | null} code
 * @param {boolean} strict whether a skipped test is a failed one
 * @returns {Outcome}
 */
export function outcomeOfSuite(file, code, strict) {
  const read = readJson(file);
  /** @type {Outcome} */
  const outcome = 'testResults' in read ? ofVitest(read) : { ...nothing, ...read };
  const { passed, skipped, failures } = outcome;
  const failed = outcome.failed + (strict ? skipped : 0);
  const left = { title: 'skipped', message: `${skipped} were skipped, and here that counts as failed.` };
  if (failed > 0) return { ...outcome, failed, failures: failed > outcome.failed ? [...failures, left] : failures };
  if (code === 0 && passed > 0) return outcome;
  const message = passed > 0 ? `It ended with code ${code} beside its tests.` : `It left no result; code ${code}.`;
  return { ...outcome, failed: 1, failures: [...failures, { title: 'the run', message }] };
}

/**
 * @param {Record<string, any>} read
 * @returns {Outcome}
 */
function ofVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  /** @type {Failure[]} */
  const failures = [];
  for (const { name, status, message, assertionResults } of testResults) {
    const inFile = (/** @type {string} */ title) => `${String(name).replace(/.*[\\/]test[\\/]/, '')}: ${title}`;
    const failed = assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
    for (const test of failed)
      failures.push({ title: inFile(test.fullName), message: test.failureMessages.join('\n') });
    if (failed.length === 0 && status === 'failed') failures.push({ title: inFile('the file'), message });
  }
  const skipped = numPendingTests + numTodoTests;
  return { ...nothing, passed: numPassedTests, failed: numFailedTests, skipped, failures };
}

/**
 * @param {string} file
 * @returns {Record<string, any>}
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/**
 * The first lines of a reason, without the places in the code.
 * @param {string} message
 */
export function shortReason(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  const said = lines.map((line) => line.trim()).filter((line) => line !== '' && !isPlace(line));
  return cut(said.slice(0, 6).join(' ↵ '), longestReason);
}

/**
 * The output of a failed step: of each run of lines that name places in the code only the first ones, no line without an end, and of very much
 * the beginning and the end.
 * @param {string} output
 * @param {string} file where the whole output is
 */
export function readable(output, file) {
  /** @type {string[]} */
  const shown = [];
  let places = 0;
  for (const line of output.trimEnd().split('\n')) {
    places = isPlace(line) ? places + 1 : 0;
    if (places <= 4) shown.push(cut(line, places > 0 ? longestPlaceLine : longestLine));
    else if (places === 5) shown.push('    …');
  }
  const leftOut = shown.length - 2 * mostLines;
  if (leftOut <= 0) return shown.join('\n');
  const middle = `\n… ${leftOut} more lines are in ${file}\n`;
  return [...shown.slice(0, mostLines), middle, ...shown.slice(-mostLines)].join('\n');
}

/** @param {string} line */
function isPlace(line) {
  return /^\s*(?:at |❯ .*:\d+:\d+$)/.test(line);
}

/**
 * @param {string} text
 * @param {number} length
 */
function cut(text, length) {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
