import type { Asset } from './asset.ts'
import type { Version } from './version.ts'

/** `poster.jpg` with a PNG as its new version is `poster.png`; spellings of the same kind (jpg, jpeg) stay. */
export function nameForVersion(
  { name, current }: Pick<Asset, 'name' | 'current'>,
  { fileName, extension }: Pick<Version, 'fileName' | 'extension'>,
): string {
  if (extension === current.extension) return name
  const [old, fresh] = [/\.[^.\s]+$/.exec(name)?.[0], /\.[^.\s]+$/.exec(fileName)?.[0]]
  return old && fresh && old !== fresh ? name.slice(0, -old.length) + fresh : name
}
