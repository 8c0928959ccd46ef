import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Peer } from '../ask-questions.ts'
import type { MadeUpLibrary } from '../library/made-up-assets.ts'
import { madeUpFields } from '../library/made-up-fields.ts'
import { generation } from '../library/shape.ts'
import type { Asked } from '../questions.ts'
import { boundFacets, peerColumns, peerDocument, peerLibrary, wordFacets } from './peer-document.ts'

/** The same library as one would put it into SQLite to search it: words in FTS5, links clustered by asset. */
export async function sqlitePeer(library: MadeUpLibrary, count: number, folder: string): Promise<Peer> {
  const file = join(folder, `sqlite-fts5-${count}-v${generation}.sqlite`)
  if (!existsSync(file)) await fill(library, file)
  const database = new DatabaseSync(file)
  database.exec('pragma cache_size = -1000000; pragma mmap_size = 8000000000; pragma temp_store = memory')
  database.exec('create temp table hit (asset integer primary key)')
  const numbers = peerLibrary(library)

  return {
    name: 'SQLite FTS5',
    async ask(asked) {
      const began = performance.now()
      const { where, given } = condition(asked, numbers)
      const filtered = where !== ''
      if (filtered) {
        database.exec('delete from hit')
        database.prepare(`insert into hit select rowid from document where ${where}`).run(...given)
      }
      const from = filtered ? 'hit cross join document on document.rowid = hit.asset' : 'document'
      const order = asked.sortBy === 'name' ? 'name, asset' : 'modified desc, asset'
      const { found } = database.prepare(`select count(*) as found from ${filtered ? 'hit' : 'document'}`).get() as {
        found: number
      }
      const page = database.prepare(
        `select document.* from ${from} order by ${order.replaceAll('asset', 'document.asset')} limit 100 offset ?`,
      )
      page.all(asked.start ?? 0)
      if (!asked.bare) facets(database, from, filtered)
      return { ms: performance.now() - began, found }
    },
    async close() {
      database.close()
    },
  }
}

function facets(database: DatabaseSync, from: string, filtered: boolean): void {
  for (const name of wordFacets) database.prepare(`select ${name}, count(*) from ${from} group by 1`).all()
  const bounds = boundFacets.map((name) => `min(${name}), max(${name})`).join(', ')
  database.prepare(`select ${bounds} from ${from}`).all()
  for (const kind of ['tag', 'keyword']) {
    const links = filtered ? `hit cross join has_${kind} as link on link.asset = hit.asset` : `has_${kind} as link`
    database.prepare(`select link.${kind}, count(*) from ${links} group by 1`).all()
  }
}

type Numbers = ReturnType<typeof peerLibrary>

function condition(asked: Asked, { tagNumbers, keywordNumbers }: Numbers) {
  const { word, prefix, phrase, keyword, tag, size, priority, inFolder } = asked
  const words = 'rowid in (select rowid from words where words match ?)'
  if (word !== undefined) return { where: words, given: [`"${word}"`] }
  if (prefix !== undefined) return { where: words, given: [`"${prefix}"*`] }
  if (phrase !== undefined) return { where: words, given: [`"${phrase.join(' ')}"`] }
  if (keyword !== undefined) {
    return { where: linked('keyword'), given: [keywordNumbers.get(keyword) ?? -1] }
  }
  if (tag !== undefined) return { where: linked('tag'), given: [tagNumbers.get(tag) ?? -1] }
  if (size !== undefined) return { where: 'size between ? and ?', given: [...size] }
  if (priority !== undefined) return { where: 'priority between ? and ?', given: [...priority] }
  if (inFolder) return { where: 'in_folder = 1', given: [] }
  return { where: '', given: [] }
}

const linked = (kind: string) => `rowid in (select asset from has_${kind} where ${kind} = ?)`

async function fill(library: MadeUpLibrary, file: string): Promise<void> {
  const part = `${file}.part`
  await rm(part, { force: true })
  const database = new DatabaseSync(part)
  database.exec(`
    pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; pragma temp_store = memory;
    create table document (${peerColumns.join(', ')}, in_folder integer);
    create table has_tag (asset integer, tag integer, primary key (asset, tag)) without rowid;
    create table has_keyword (asset integer, keyword integer, primary key (asset, keyword)) without rowid;
    create virtual table words using fts5 (text, content = '', prefix = '3');
    begin`)
  const places = peerColumns.map(() => '?').join(', ')
  const insert = {
    document: database.prepare(`insert into document (${peerColumns.join(', ')}, in_folder) values (${places}, ?)`),
    tag: database.prepare('insert into has_tag values (?, ?)'),
    keyword: database.prepare('insert into has_keyword values (?, ?)'),
    words: database.prepare('insert into words (rowid, text) values (?, ?)'),
  }
  const numbers = peerLibrary(library)
  let rowid = 0
  for (const asset of library.assets(madeUpFields)) {
    const { row, tags, keywords, inFolder, text } = peerDocument(asset, numbers)
    rowid++
    insert.document.run(...peerColumns.map((column) => row[column]), inFolder)
    for (const tag of new Set(tags)) insert.tag.run(rowid, tag)
    for (const keyword of new Set(keywords)) insert.keyword.run(rowid, keyword)
    insert.words.run(rowid, text)
  }
  database.exec(`
    commit;
    insert into words (words) values ('optimize');
    create index by_tag on has_tag (tag, asset);
    create index by_keyword on has_keyword (keyword, asset);
    create index by_time on document (modified desc, asset);
    create index by_name on document (name, asset);
    create index by_size on document (size);
    create index by_priority on document (priority);
    create index by_folder on document (in_folder) where in_folder = 1;
    analyze`)
  database.close()
  await rename(part, file)
}
