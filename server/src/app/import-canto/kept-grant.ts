import { open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Grant } from '@descant/client'
import { syncFolder } from '../../adapters/object-store/durable-folders.ts'
import type { Secrets } from '../../domain/ports/secrets.ts'

type Kept = { grant: Grant; from: string | null }

/**
 * The tokens of one source, sealed with the server's key: a refresh token is good once, and an import that was
 * interrupted goes on with the one it got last. `given`: one that somebody typed, to begin with.
 */
export function keptGrant(
  secrets: Secrets,
  { folder, about, given }: { folder: string; about: string; given: string | null },
) {
  const file = join(folder, `grant-${secrets.digest(about).slice(0, 32)}`)
  const from = given === null ? null : secrets.digest(given)

  return {
    async load(): Promise<Grant | null> {
      const sealed = await readFile(file, 'utf8').catch(ignoreMissing)
      const kept = sealed === undefined ? null : (JSON.parse(secrets.unseal(sealed)) as Kept)
      // the one that was typed has been used already, and using it again would end them all
      if (kept !== null && (from === null || kept.from === from)) return kept.grant
      return given === null ? null : { accessToken: '', refreshToken: given, expiresAt: 0 }
    },
    async save(grant: Grant): Promise<void> {
      const handle = await open(`${file}.part`, 'w', 0o600)
      try {
        await handle.writeFile(secrets.seal(JSON.stringify({ grant, from } satisfies Kept)))
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(`${file}.part`, file)
      await syncFolder(dirname(file))
    },
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
