import { defineConfig } from 'vitest/config';

// Nothing runs beside the unit tests; by default one processor would be left idle, of the two that machines that test have.
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    setupFiles: ['test/unit/seed.ts'],
    provide: { seed: Number(process.env.MILEPOST_SEED ?? 20_261_123) },
    testTimeout: 30_000,
    maxWorkers: '100%',
    // What is tested here keeps nothing outside of its values, so that its files can share their modules; loading them anew took as long as testing.
    isolate: false,
  },
});
