import { openControl } from '../control.ts'
import type { Database } from '../database.ts'
import { openLibraries } from '../libraries.ts'
import { CommitNews } from './commit-news.ts'
import { openPools } from './pools.ts'
import { postgresEngine } from './postgres-engine.ts'
import { controlSchema, librarySchema } from './schema-names.ts'

/** Schemas `descant_control` and `account_<id>` in the database that the URL names. Rejects with `Unavailable`. */
export async function openPostgres(url: string): Promise<Database> {
  const pools = openPools(url)
  const news = new CommitNews(url)
  try {
    const control = await openControl(postgresEngine(controlSchema, pools, news))
    const libraries = openLibraries(async (id) => postgresEngine(librarySchema(id), pools, news))
    return {
      control,
      libraries,
      async close() {
        await libraries.close()
        await control.close()
        await news.close()
        await pools.close()
      },
    }
  } catch (error) {
    await pools.close()
    throw error
  }
}
