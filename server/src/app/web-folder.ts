import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built web application beside this checkout, or `null` where it was not built. */
export function webFolder(): string | null {
  const folder = join(fileURLToPath(new URL('.', import.meta.url)), '../../../web/dist')
  return existsSync(join(folder, 'index.html')) ? folder : null
}
