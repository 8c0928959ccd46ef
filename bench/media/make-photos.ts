import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realMedia } from '../../server/test/fixtures/real-media.ts'

/** As a photographer's folder has them: of every ten, two of 24 megapixels, six of 6, two small ones. 17 MB. */
const mixture = [
  ...Array<string>(2).fill(realMedia.photo24Megapixels),
  ...Array<string>(6).fill(realMedia.photoWithPosition),
  ...Array<string>(2).fill(realMedia.starfish),
]

/** Real photos under different bytes, so that each is a file of its own. */
export async function makePhotos(folder: string, count: number): Promise<string[]> {
  const paths: string[] = []
  for (let number = 0; number < count; number++) {
    const path = join(folder, `photo-${String(number).padStart(4, '0')}.jpg`)
    const photo = await readFile(mixture[number % mixture.length] as string)
    await writeFile(path, Buffer.concat([photo, Buffer.from(String(number))]))
    paths.push(path)
  }
  return paths
}
