import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './scripts/closing-line-reporter.ts'

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'data/**'],
    environment: 'node',
    // tests wait for other processes more than they compute
    maxWorkers: Math.max(2, Math.ceil(availableParallelism() * 1.5)),
    globalSetup: ['server/test/harness/postgres-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // a busy machine may take a while; what never comes still fails
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default', new ClosingLineReporter()],
  },
})
