// What taking in photos costs when nothing is kept but the files: hashes, metadata, two previews, on all cores.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ExifTool } from 'exiftool-vendored'
import sharp from 'sharp'

const [from = '', to = ''] = process.argv.slice(2)
const atOnce = availableParallelism() + 1
sharp.concurrency(1)
sharp.cache(false)
const exiftool = new ExifTool({ maxProcs: atOnce - 1 })
const paths = (await readdir(from)).map((name) => join(from, name))
await exiftool.version()

const began = performance.now()
const waiting = paths.values()
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (const path of waiting) await takeIn(path)
  }),
)
const seconds = (performance.now() - began) / 1000
await exiftool.end()
console.log(JSON.stringify({ seconds }))

async function takeIn(path: string): Promise<void> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')]
  const target = join(to, path.split('/').at(-1) ?? '')
  async function* hashing(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sha256.update(chunk)
      md5.update(chunk)
      yield chunk
    }
  }
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    hashing,
    createWriteStream(target, { flush: true }),
  )
  const said = exiftool.readRaw(target, { readArgs: ['-fast', '-G1', '-long'] })
  const large = await sharp(target)
    .autoOrient()
    .resize(800, 800, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = large.info
  const pixels = () => sharp(large.data, { raw: { width, height, channels } })
  await writeFile(`${target}.800.jpg`, await pixels().jpeg({ quality: 82 }).toBuffer(), { flush: true })
  const small = pixels().resize(240, 240, { fit: 'inside' }).jpeg({ quality: 82 })
  await writeFile(`${target}.240.jpg`, await small.toBuffer(), { flush: true })
  await writeFile(
    `${target}.json`,
    JSON.stringify({ ...(await said), sha256: sha256.digest('hex'), md5: md5.digest('hex') }),
  )
}
