// Runs inside the extension host: loads the tests of one suite into mocha and writes down how they went.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Result {
  passed: number;
  failed: number;
  skipped: number;
  readonly failures: { readonly title: string; readonly message: string }[];
}

/** Rejects when a test fails, which makes VS Code's exit code 1. `load` loads the test files, once mocha's words exist. */
export async function runSuite(load: () => void): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    slow: 2_000,
    color: process.env.MILEPOST_COLOR === '1',
    forbidOnly: process.env.CI !== undefined,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const result: Result = { passed: 0, failed: 0, skipped: 0, failures: [] };
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
  runner.on('pass', () => result.passed++);
  runner.on('pending', () => result.skipped++);
  runner.on('fail', (test: Mocha.Test, error: Error) => {
    result.failed++;
    result.failures.push({ title: test.fullTitle(), message: error.message });
  });
}
