import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { findFiles } from '../app/import/find-files.ts'
import { importFiles } from '../app/import/import-files.ts'
import { planAlbums } from '../app/import/plan-albums.ts'
import { runWorkers } from '../app/run-workers.ts'
import { Invalid } from '../domain/domain-error.ts'
import type { Library } from '../domain/ports/library.ts'
import type { User } from '../domain/user/user.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { showProgress } from './progress.ts'

type ImportOptions = CommonOptions & { album?: string; keyword: string[]; tag: string[] }

export function importCommand(): Command {
  return command(
    'import <folder>',
    'take in a folder of files, keeping its folders as folders and albums; runs again without doubling',
  )
    .option('--album <path>', 'where to put it: names of folders and an album, separated by /')
    .option('--keyword <name>', 'put this keyword of the vocabulary on every file; may be repeated', collect, [])
    .option('--tag <tag>', 'put this tag on every file; may be repeated', collect, [])
    .action((folder: string, options: ImportOptions) =>
      withAccount(options, async ({ config, adapters, account, library, output }) => {
        const found = await findFiles(await checkedFolder(folder))
        const keywords = await checkedKeywords(library, options.keyword)
        const base = (options.album ?? '').split('/').filter((name) => name.trim() !== '')
        const files = planAlbums(found, base).map(({ path, name, album }) => {
          return { path, name, album, keywords, tags: options.tag, description: '', author: '' }
        })

        const workers = runWorkers({ ...adapters, concurrency: Math.max(1, config.workers) })
        const progress = showProgress('Importing')
        const by = await administratorOf(library)
        const report = await importFiles({ ...adapters, library }, { account, by, files, onProgress: progress.step })
        progress.end()
        await workers.close()

        const { imported, alreadyThere, failed } = report
        for (const { file, reason } of failed) output.note(`${file}: ${reason}`)
        output.result(
          { found: files.length, ...report },
          `Imported ${imported}, ${alreadyThere} there already, ${failed.length} failed`,
        )
        if (failed.length > 0) process.exitCode = 1
      }),
    )
}

const collect = (value: string, before: string[]): string[] => [...before, value]

async function checkedFolder(folder: string): Promise<string> {
  const path = resolve(folder)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) throw new Invalid(`${path} is not a folder`)
  return path
}

/** In the vocabulary's spelling. */
async function checkedKeywords({ read }: Library, names: string[]): Promise<string[]> {
  return await Promise.all(
    names.map(async (name) => {
      const keyword = await read.keywords.findByName(name)
      if (!keyword)
        throw new Invalid(`${name} is not in the vocabulary; add it with: descant keyword add ${JSON.stringify(name)}`)
      return keyword.name
    }),
  )
}

async function administratorOf({ read }: Library): Promise<User> {
  const admin = (await read.users.all()).find((user) => user.role === 'admin')
  if (!admin) throw new Invalid('There is no administrator to import as: descant user add EMAIL --role admin')
  return admin
}
