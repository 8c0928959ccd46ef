import pg from 'pg'
import type { Peer } from '../ask-questions.ts'
import type { MadeUpLibrary } from '../library/made-up-assets.ts'
import { madeUpFields } from '../library/made-up-fields.ts'
import type { Asked } from '../questions.ts'
import { boundFacets, type PeerDocument, peerColumns, peerDocument, peerLibrary, wordFacets } from './peer-document.ts'

/** What a server with this memory is set to for such questions; the rest of PostgreSQL's settings is its own. */
export const tunedSettings = `
shared_buffers = 3GB
work_mem = 512MB
maintenance_work_mem = 1GB
max_parallel_workers_per_gather = 2
random_page_cost = 1.1
effective_cache_size = 12GB
jit = off
autovacuum = off
`

/** The same library in one table, words and links in GIN indexes, in a database that is empty. */
export async function postgresPeer(library: MadeUpLibrary, url: string): Promise<Peer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await fill(client, library)
  const numbers = peerLibrary(library)

  return {
    name: 'PostgreSQL 15',
    async ask(asked) {
      const { where, given } = condition(asked, numbers)
      const order = asked.sortBy === 'name' ? 'name, asset' : 'modified desc, asset'
      const shown = [...peerColumns, 'tags', 'keywords'].join(', ')
      const page = `select ${shown} from document ${where} order by ${order} limit 100 offset ${asked.start ?? 0}`
      const began = performance.now()
      const { rows } = await client.query<{ found: string }>(`select count(*) as found from document ${where}`, given)
      await client.query(page, given)
      if (!asked.bare) await facets(client, where, given)
      return { ms: performance.now() - began, found: Number(rows[0]?.found) }
    },
    close: () => client.end(),
  }
}

async function facets(client: pg.Client, where: string, given: unknown[]): Promise<void> {
  const bounds = boundFacets.map((name) => `min(${name}), max(${name})`).join(', ')
  const sets = wordFacets.map((name) => `(${name})`).join(', ')
  await client.query(`select ${bounds} from document ${where}`, given)
  const words = `select ${wordFacets.join(', ')}, count(*) from document ${where} group by grouping sets (${sets})`
  await client.query(words, given)
  for (const kind of ['tags', 'keywords']) {
    await client.query(`select value, count(*) from document, unnest(${kind}) as value ${where} group by 1`, given)
  }
}

type Numbers = ReturnType<typeof peerLibrary>

function condition(asked: Asked, { tagNumbers, keywordNumbers }: Numbers): { where: string; given: unknown[] } {
  const { word, prefix, phrase, keyword, tag, size, priority, inFolder } = asked
  const words = "where words @@ to_tsquery('simple', $1)"
  if (word !== undefined) return { where: words, given: [word] }
  if (prefix !== undefined) return { where: words, given: [`${prefix}:*`] }
  if (phrase !== undefined) return { where: words, given: [phrase.join(' <-> ')] }
  if (keyword !== undefined) return { where: 'where keywords @> $1::int[]', given: [[keywordNumbers.get(keyword)]] }
  if (tag !== undefined) return { where: 'where tags @> $1::int[]', given: [[tagNumbers.get(tag)]] }
  if (size !== undefined) return { where: 'where size between $1 and $2', given: [...size] }
  if (priority !== undefined) return { where: 'where priority between $1 and $2', given: [...priority] }
  if (inFolder) return { where: 'where in_folder = 1', given: [] }
  return { where: '', given: [] }
}

const rowsPerInsert = 2000
const isNumber = (column: string): boolean => (boundFacets as readonly string[]).includes(column)

async function fill(client: pg.Client, library: MadeUpLibrary): Promise<void> {
  const types = peerColumns.map((column) => `${column} ${isNumber(column) ? 'float8' : 'text'}`)
  await client.query(`create unlogged table document
    (${types.join(', ')}, in_folder int, tags int[], keywords int[], words tsvector)`)
  const numbers = peerLibrary(library)
  let waiting: PeerDocument[] = []
  for (const asset of library.assets(madeUpFields)) {
    waiting.push(peerDocument(asset, numbers))
    if (waiting.length < rowsPerInsert) continue
    await insert(client, waiting)
    waiting = []
  }
  if (waiting.length > 0) await insert(client, waiting)
  for (const made of indexes) await client.query(made)
  await client.query('vacuum analyze document')
}

async function insert(client: pg.Client, documents: readonly PeerDocument[]): Promise<void> {
  const columns: [name: string, type: string, value: string, of: (document: PeerDocument) => unknown][] = [
    ...peerColumns.map((name): (typeof columns)[number] => [
      name,
      isNumber(name) ? 'float8' : 'text',
      name,
      ({ row }) => row[name],
    ]),
    ['in_folder', 'int', 'in_folder', ({ inFolder }) => inFolder],
    ['tags', 'text', 'tags::int[]', ({ tags }) => `{${tags.join(',')}}`],
    ['keywords', 'text', 'keywords::int[]', ({ keywords }) => `{${keywords.join(',')}}`],
    ['words', 'text', "to_tsvector('simple', words)", ({ text }) => text],
  ]
  const names = columns.map(([name]) => name).join(', ')
  const arrays = columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')
  await client.query({
    name: 'insert',
    text: `insert into document (${names}) select ${columns.map(([, , value]) => value).join(', ')}
      from unnest(${arrays}) as given (${names})`,
    values: columns.map(([, , , of]) => documents.map(of)),
  })
}

const indexes = [
  'create index on document using gin (words) with (fastupdate = off)',
  'create index on document using gin (tags) with (fastupdate = off)',
  'create index on document using gin (keywords) with (fastupdate = off)',
  'create index on document (modified desc, asset)',
  'create index on document (name, asset)',
  'create index on document (size)',
  'create index on document (priority)',
  'create index on document (modified) where in_folder = 1',
]
