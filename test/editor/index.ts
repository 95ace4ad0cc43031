// Runs inside the extension host: loads the tests of one suite into mocha and writes down how they went.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Result {
  passed: number;
  failed: number;
  skipped: number;
  readonly failures: Told[];
  /** What passed only when it was tried once more, with the reason of the first attempt. */
  readonly retried: Told[];
  /** The titles of the tests that this version leaves to another one. */
  readonly elsewhere: string[];
  /** How long each test took with everything around it, in milliseconds. */
  readonly times: Record<string, number>;
}

interface Told {
  readonly title: string;
  readonly message: string;
}

/** A part of the suite: the name of its file, and what defines its tests. */
type File = readonly [name: string, load: () => void];

/**
 * In the title of a test that needs one version only, because it is about our own code: thousands of files, hundreds of random steps, one more
 * way of writing the same.
 */
const once = '@once';
/** These are about two things at the same time. What fails in them once has failed: it would be a loss for somebody. */
const oneAttempt = /(?:races|interleavings|journal|editing)\.test\.ts$/;

/** Rejects when a test fails, which makes VS Code's exit code 1. The files are loaded once mocha's words exist. */
export async function runSuite(files: readonly File[]): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    slow: 2_000,
    color: process.env.MILEPOST_COLOR === '1',
    forbidOnly: process.env.CI !== undefined,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const [name, load] of files) {
    describe(name, function () {
      this.retries(oneAttempt.test(name) ? 0 : 1);
      load();
    });
  }
  const result: Result = { passed: 0, failed: 0, skipped: 0, failures: [], retried: [], elsewhere: [], times: {} };
  if (process.env.MILEPOST_LEAVE_ONCE === '1') {
    mocha.suite.eachTest((test) => {
      if (test.title.includes(once)) result.elsewhere.push(test.fullTitle());
    });
    mocha.grep(once).invert();
  }
  await new Promise<void>((resolve) =>
    observe(
      mocha.run(() => resolve()),
      result,
    ),
  );
  const file = process.env.MILEPOST_RESULT_FILE;
  if (file !== undefined) writeFileSync(file, JSON.stringify(result, undefined, 2));
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.passed + result.failed} tests failed.`);
  if (result.passed === 0) throw new Error('The suite has no test.');
}

function observe(runner: Mocha.Runner, result: Result): void {
  const first = new Map<string, string>();
  let before = performance.now();
  runner.on('retry', (test: Mocha.Test, error: Error) => first.set(test.fullTitle(), error.message));
  runner.on('pass', (test) => {
    result.passed++;
    const message = first.get(test.fullTitle());
    if (message === undefined) return;
    result.retried.push({ title: test.fullTitle(), message });
    console.log(`      passed only on the second attempt; the first one: ${message}`);
  });
  runner.on('pending', () => result.skipped++);
  runner.on('fail', (test: Mocha.Test, error: Error) => {
    result.failed++;
    result.failures.push({ title: test.fullTitle(), message: error.message });
  });
  runner.on('test end', (test: Mocha.Test) => {
    const now = performance.now();
    result.times[test.fullTitle()] = Math.round(now - before);
    before = now;
  });
}
