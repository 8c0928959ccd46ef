import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasNginx, type Nginx, startDocumentedNginx, startNginx } from '../../server/test/harness/nginx.ts'
import type { Figure } from '../figures.ts'
import { hasWrk, megabytesPerSecond, requestsPerSecond } from '../wrk.ts'
import type { LibraryClient } from './library-client.ts'

type Goal = { connections: number; must: number; aim: number }
const previewGoals: Goal[] = [
  { connections: 1, must: 0.25, aim: 0.6 },
  { connections: 16, must: 0.15, aim: 0.35 },
]
const originalSizes = [10, 200]
const mega = 1_000_000

/** Previews and originals against nginx with the same bytes, alone and with nginx in front. */
export async function benchServing(
  folder: string,
  objectsFolder: string,
  client: LibraryClient,
  photo: { id: string; scheme: string },
): Promise<Figure[]> {
  if (!hasNginx || !hasWrk()) {
    console.log('skipped: previews and originals against nginx (needs nginx and wrk)')
    return []
  }
  const root = join(folder, 'nginx-root')
  await mkdir(root)
  const nginx = await startNginx(`location / { root ${root}; sendfile on; }`, { workers: 2 })
  const front = await startDocumentedNginx(client.origin, objectsFolder, { workers: 2 })
  try {
    const figures: Figure[] = []
    const details = await client.details(photo.scheme, photo.id)
    const preview = (details.url.directUrlPreview ?? '').replace(/800$/, '240')
    await writeFile(join(root, 'preview.jpg'), await bytesAt(preview))
    for (const { connections, must, aim } of previewGoals) {
      const [ours, anchor] = sideBySide(requestsPerSecond, preview, `${nginx.origin}/preview.jpg`, connections)
      figures.push(figure(`warm preview, ${connections} at once`, ours, anchor, must, aim))
    }
    for (const size of originalSizes)
      figures.push(...(await benchOriginal(size, { folder, root, nginx, front, client })))
    return figures
  } finally {
    await front.close()
    await nginx.close()
  }
}

type Servers = { folder: string; root: string; nginx: Nginx; front: Nginx; client: LibraryClient }

async function benchOriginal(size: number, { folder, root, nginx, front, client }: Servers): Promise<Figure[]> {
  const name = `original-${size}.bin`
  const bytes = randomBytes(size * mega)
  await writeFile(join(root, name), bytes)
  await writeFile(join(folder, name), bytes)
  await client.sendAll([join(folder, name)])
  const { id, scheme } = (await client.whenDone([name])).get(name) as { id: string; scheme: string }
  const address = (await client.details(scheme, id)).url.directUrlOriginal ?? ''
  const inFront = front.origin + new URL(address).pathname

  return [1, 16].flatMap((connections) => {
    const [alone, anchor] = sideBySide(megabytesPerSecond, address, `${nginx.origin}/${name}`, connections)
    const [behind, again] = sideBySide(megabytesPerSecond, inFront, `${nginx.origin}/${name}`, connections)
    const what = `original of ${size} MB, ${connections} at once`
    return [figure(what, alone, anchor, 0.25, 0.4, 'MB/s'), figure(`${what}, X-Accel`, behind, again, 0.8, 0.9, 'MB/s')]
  })
}

/** In turns, so that a neighbour who makes noise makes it for both. */
function sideBySide(
  measure: typeof requestsPerSecond,
  ours: string,
  anchor: string,
  connections: number,
): [number, number] {
  const rates: [number[], number[]] = [[], []]
  for (let turn = 0; turn < 3; turn++) {
    rates[0].push(measure(ours, { connections, seconds: 2 }))
    rates[1].push(measure(anchor, { connections, seconds: 2 }))
  }
  return rates.map((each) => each.toSorted((a, b) => a - b)[1] ?? 0) as [number, number]
}

const bytesAt = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())

const figure = (what: string, ours: number, anchor: number, must: number, aim: number, unit = '/s'): Figure => ({
  what,
  ours: `${ours.toFixed(0)} ${unit}`,
  anchor: `${anchor.toFixed(0)} ${unit} (nginx)`,
  ratio: ours / anchor,
  must,
  aim,
})
