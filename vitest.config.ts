import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'data/**'],
    environment: 'node',
    globalSetup: ['server/test/harness/postgres-setup.ts'],
    testTimeout: 30_000,
  },
})
