import { defineConfig } from 'vitest/config';

// Nothing runs beside the unit tests; by default one processor would be left idle, of the two that machines that test have.
export default defineConfig({
  test: { include: ['test/unit/**/*.test.ts'], testTimeout: 30_000, maxWorkers: '100%' },
});
