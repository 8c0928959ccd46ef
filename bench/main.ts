// What is fast, measured against what people would use instead: `npm run bench -- api`.
import { benchApi } from './api/bench-api.ts'

const benches: Record<string, () => Promise<void>> = { api: benchApi }
const asked = process.argv.slice(2)

for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  const bench = benches[name]
  if (!bench) throw new Error(`There is no benchmark ${name}; there are: ${Object.keys(benches).join(', ')}`)
  await bench()
}
