import { join } from 'node:path'
import type { Control } from '../../domain/ports/control.ts'
import type { Libraries } from '../../domain/ports/library.ts'
import { openControl } from './control.ts'
import { openLibraries } from './libraries.ts'
import { openSqliteEngine } from './sqlite/sqlite-engine.ts'
import { Writers } from './sqlite/writers.ts'

export type Database = { control: Control; libraries: Libraries; close(): Promise<void> }

/** Embedded in a folder, or on a PostgreSQL server. Both are made on first use and brought up to date when older. */
export function openDatabase(options: { dataFolder: string } | { url: string }): Promise<Database> {
  return 'url' in options ? openPostgres(options.url) : openSqlite(options.dataFolder)
}

/** `control.sqlite` and `accounts/<id>/library.sqlite` in the folder. */
export async function openSqlite(dataFolder: string): Promise<Database> {
  const writers = new Writers()
  try {
    const control = await openControl(await openSqliteEngine(join(dataFolder, 'control.sqlite'), writers))
    const libraries = openLibraries((id) =>
      openSqliteEngine(join(dataFolder, 'accounts', id, 'library.sqlite'), writers),
    )
    return {
      control,
      libraries,
      async close() {
        await libraries.close()
        await control.close()
        await writers.close()
      },
    }
  } catch (error) {
    await writers.close()
    throw error
  }
}

async function openPostgres(_url: string): Promise<Database> {
  throw new Error('not yet')
}
