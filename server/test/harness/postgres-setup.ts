import type { TestProject } from 'vitest/node'
import { startPostgres } from './throwaway-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a server that is there for this run of tests; `null`: PostgreSQL is not installed. */
    postgresUrl: string | null
  }
}

/** One server for the whole run; each test makes itself a database on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgresUrl', server?.url ?? null)
  return async () => server?.close()
}
