import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '../domain/account/account.ts'
import { Invalid } from '../domain/domain-error.ts'
import { addKeyword } from '../domain/keyword/add-keyword.ts'
import { createApiKey } from '../domain/oauth/create-api-key.ts'
import type { User } from '../domain/user/user.ts'
import type { Adapters } from './choose-adapters.ts'
import { importFiles } from './import/import-files.ts'

/** The keyword that the sample's files for print carry. */
const printKeyword = 'print'
const appName = 'Print platform'

export type SampleLibrary = { files: number; appId: string; appSecret: string; keyword: string }

/** Whether an earlier start began a sample library and was stopped before it was whole. */
export const isSampleUnfinished = (dataFolder: string): boolean => existsSync(markIn(dataFolder))

/** A small library to look at, made by code, and an API key for the connector. Begun again, it goes on. */
export async function makeSampleLibrary(
  adapters: Adapters,
  asked: {
    account: Account
    dataFolder: string
    redirectUri: string
    onProgress: (done: number, total: number, file: string) => void
  },
): Promise<SampleLibrary> {
  // here and not above, so that a server that makes no sample does not load what draws it
  const { makeSampleFiles, sampleKeywords } = await import('../../../samples/make-sample-files.ts')
  await writeFile(markIn(asked.dataFolder), '')
  const library = await adapters.libraries.of(asked.account)
  const by = (await library.read.users.all()).find((user) => user.role === 'admin')
  if (!by) throw new Invalid('There is no administrator to make the sample library as')

  const app = await apiKeyFor(adapters, asked.account, by, asked.redirectUri)
  for (const { name, description } of sampleKeywords) await addKeyword({ ...adapters, library }, { name, description })

  const folder = await mkdtemp(join(tmpdir(), 'descant-sample-'))
  try {
    const samples = await makeSampleFiles(folder)
    const files = samples.map((file) => ({ ...file, album: [...file.folderPath, file.album] }))
    await importFiles({ ...adapters, library }, { account: asked.account, by, files, onProgress: asked.onProgress })
    await rm(markIn(asked.dataFolder), { force: true })
    return { files: files.length, ...app, keyword: printKeyword }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const markIn = (dataFolder: string): string => join(dataFolder, 'sample-library.unfinished')

async function apiKeyFor(adapters: Adapters, account: Account, by: User, redirectUri: string) {
  const keys = await adapters.control.read.apiKeys.ofAccount(account.id)
  const there = keys.find((key) => key.name === appName && key.redirectUri === redirectUri)
  if (there) return { appId: there.appId, appSecret: adapters.secrets.unseal(there.secretSealed) }
  const { key, secret } = await createApiKey(adapters, { account, by, name: appName, redirectUri })
  return { appId: key.appId, appSecret: secret }
}
