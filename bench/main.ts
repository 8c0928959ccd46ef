// What is fast, measured against what people would use instead: `npm run bench -- api`, see README.md.
import { parseArgs } from 'node:util'
import { benchApi } from './api/bench-api.ts'
import { benchMedia } from './media/bench-media.ts'
import { benchSearch } from './search/bench-search.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    assets: { type: 'string', default: '100000' },
    photos: { type: 'string', default: '100' },
    peers: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const search = { ...values, assets: Number(values.assets), data: values.data ?? null }
const benches: Record<string, () => Promise<void>> = {
  api: benchApi,
  search: () => benchSearch(search),
  media: () => benchMedia({ photos: Number(values.photos) }),
}

for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const bench = benches[name]
  if (!bench) throw new Error(`There is no benchmark ${name}; there are: ${Object.keys(benches).join(', ')}`)
  await bench()
}
