import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Making an index leaves behind twice what it keeps, and a thread that then only answers would hold on to it: V8
 * collects where something is made, not where nothing is. Measured with 100,000 assets: 15 ms, and 80 MiB less.
 */
export function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
