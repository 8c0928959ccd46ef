import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedLibrary } from '../api/seed-library.ts'
import { printFigures } from '../figures.ts'
import { start } from '../program.ts'
import { benchIngest } from './ingest.ts'
import { libraryClient } from './library-client.ts'
import { makePhotos } from './make-photos.ts'
import { benchServing } from './serving.ts'
import { benchTools } from './tools.ts'

const server = ['server/bin/descant.mjs', 'serve', '--json']

/** Taking in, drawing and handing out files, against the tools and the server that people would use instead. */
export async function benchMedia({ photos: count }: { photos: number }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'descant-bench-media-'))
  try {
    const objectsFolder = join(folder, 'objects')
    const env = {
      DESCANT_DATA: join(folder, 'data'),
      DESCANT_OBJECTS: `file:${objectsFolder}`,
      DESCANT_ACCEL_REDIRECT: '/descant-objects/',
      DESCANT_TRUST_PROXY: 'loopback',
      DESCANT_PORT: '0',
      DESCANT_RATE_LIMITS: 'off',
      DESCANT_LOG: 'error',
      ...(process.env.DESCANT_WORKERS ? { DESCANT_WORKERS: process.env.DESCANT_WORKERS } : {}),
    }
    await mkdir(join(folder, 'photos'))
    const photos = await makePhotos(join(folder, 'photos'), count)
    const { token } = await seedLibrary(env, 0)
    const ours = await start(server, env)
    const client = libraryClient(ours.origin, token)

    const { figures, assets } = await benchIngest(folder, photos, { ours, client })
    printFigures('Taking in photos', figures)
    const [photo] = assets.values()
    if (photo) printFigures('Handing out', await benchServing(folder, objectsFolder, client, photo))
    await ours.stop()
    printFigures('Drawing', await benchTools(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
