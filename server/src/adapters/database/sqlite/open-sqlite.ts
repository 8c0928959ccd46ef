import { join } from 'node:path'
import { openControl } from '../control.ts'
import type { Database } from '../database.ts'
import { openLibraries } from '../libraries.ts'
import { controlFile, libraryFile } from './database-files.ts'
import { openSqliteEngine } from './sqlite-engine.ts'
import { Turns } from './turns.ts'
import { Writers } from './writers.ts'

/** `control.sqlite` and `accounts/<id>/library.sqlite` in the folder, made with modes that keep others out. */
export async function openSqlite(dataFolder: string): Promise<Database> {
  const writers = new Writers()
  const turns = new Turns()
  try {
    const control = await openControl(await openSqliteEngine(join(dataFolder, controlFile), writers, turns))
    const libraries = openLibraries((id) => openSqliteEngine(join(dataFolder, libraryFile(id)), writers, turns))
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
