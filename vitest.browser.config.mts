import { defineConfig } from 'vitest/config';

/** Those that drive a whole editor; all others have a page of their own. */
const workbenches = ['ui', 'workbench', 'workbenchGestures', 'twoWindows', 'webHost'].map(
  (name) => `test/browser/${name}.test.ts`,
);

// One browser at a time: several at once would make each other's timings unreliable.
const shared = {
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  teardownTimeout: 30_000,
  expect: { poll: { timeout: 20_000, interval: 100 } },
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'page', include: ['test/browser/**/*.test.ts'], exclude: workbenches } },
      { test: { ...shared, name: 'workbench', include: workbenches } },
    ],
  },
});
