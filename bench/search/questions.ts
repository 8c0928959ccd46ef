import { planted, plantedPhrase } from './library/shape.ts'

/** What is asked of a library, in words that every search can be given. */
export type Asked = {
  word?: string
  prefix?: string
  phrase?: readonly [string, string]
  keyword?: string
  tag?: string
  /** Bytes. */
  size?: readonly [number, number]
  /** The custom number of the library. */
  priority?: readonly [number, number]
  /** Below the folder that `folderPath` leads to. */
  inFolder?: true
  sortBy?: 'name' | 'time'
  start?: number
  /** Facets are left out. */
  bare?: true
}

export type Question = {
  name: string
  asked: readonly Asked[]
  /** How often all of it is asked; between the rounds something is written, so that no answer is one that was kept. */
  rounds: number
  /** Peers are asked too. */
  peers: boolean
  /** Milliseconds at a million assets. */
  most?: number
  /** How many times faster than PostgreSQL. */
  faster?: { must: number; aim: number }
}

export type Vocabulary = { words: readonly string[]; keywords: readonly string[]; tags: readonly string[] }

export function questions({ words, keywords, tags }: Vocabulary, assets: number): Question[] {
  const deep = Math.min(50_000, assets / 2)
  const deepest = Math.min(100_000, assets - 1000)
  const shortest = words.slice(10, 400).map((word) => word.slice(0, 3))
  const same = (asked: Asked, times: number) => Array.from({ length: times }, () => asked)
  return [
    { name: 'list, first page', asked: same({ bare: true }, 60), rounds: 1, peers: true },
    { name: `list, page at ${shown(deep)}`, asked: same({ bare: true, start: deep }, 60), rounds: 1, peers: true },
    {
      name: `list, page at ${shown(deepest)}`,
      asked: same({ bare: true, start: deepest }, 60),
      rounds: 1,
      peers: true,
    },
    {
      name: `list, page at ${shown(deepest)} by name`,
      asked: same({ bare: true, start: deepest, sortBy: 'name' }, 60),
      rounds: 1,
      peers: true,
    },
    {
      name: 'list, pages never asked for',
      asked: Array.from({ length: 40 }, (_, at) => ({ bare: true as const, start: 1000 + at * 700 })),
      rounds: 1,
      peers: false,
    },
    {
      name: 'search, 110 hits',
      asked: planted.few.words.map((word) => ({ word })),
      rounds: 2,
      peers: true,
      faster: { must: 1, aim: 1.2 },
    },
    {
      name: `search, ${shown(planted.some.hits(assets))} hits`,
      asked: planted.some.words.map((word) => ({ word })),
      rounds: 2,
      peers: true,
      most: 12,
      faster: { must: 5, aim: 10 },
    },
    {
      name: `search, ${shown(planted.many.hits(assets))} hits`,
      asked: planted.many.words.map((word) => ({ word })),
      rounds: 4,
      peers: true,
      most: 40,
      faster: { must: 20, aim: 40 },
    },
    { name: 'everything, with facets', asked: [{}], rounds: 30, peers: true, most: 15, faster: { must: 20, aim: 40 } },
    { name: 'one keyword', asked: keywords.slice(5, 35).map((keyword) => ({ keyword })), rounds: 1, peers: true },
    { name: 'one tag', asked: tags.slice(5, 35).map((tag) => ({ tag })), rounds: 1, peers: true },
    {
      name: 'range of sizes',
      asked: steps(20, (at) => ({ size: [3_000_000 + at, 3_500_000 + at] })),
      rounds: 1,
      peers: true,
    },
    {
      name: 'range of a custom number',
      asked: steps(20, (at) => ({ priority: [at * 10, at * 10 + 50] })),
      rounds: 1,
      peers: true,
    },
    { name: 'below a folder', asked: [{ inFolder: true }], rounds: 12, peers: true },
    { name: 'prefix', asked: shortest.slice(0, 20).map((prefix) => ({ prefix })), rounds: 1, peers: true },
    { name: 'phrase', asked: [{ phrase: plantedPhrase }], rounds: 12, peers: true },
  ]
}

/** In the product's own query string; `folder`: the path of the folder's search. */
export function pathOf(asked: Asked, folder: string): string {
  const { word, prefix, phrase, keyword, tag, size, priority, inFolder, sortBy, start, bare } = asked
  const given = new URLSearchParams({
    limit: '100',
    ...(word !== undefined && { keyword: word }),
    ...(prefix !== undefined && { keyword: `${prefix}*` }),
    ...(phrase !== undefined && { keyword: `"${phrase.join(' ')}"` }),
    ...(keyword !== undefined && { keywordsLiteral: keyword }),
    ...(tag !== undefined && { tagsLiteral: tag }),
    ...(size !== undefined && { fileSize: size.join('..') }),
    ...(priority !== undefined && { meta_num_0: priority.join('..') }),
    ...(inFolder && { scheme: 'image|video|audio|document|presentation|other' }),
    ...(sortBy !== undefined && { sortBy }),
    ...(start !== undefined && { start: String(start) }),
    ...(bare && { aggsEnabled: 'false' }),
  })
  return `${inFolder ? folder : '/api/v1/search'}?${given}`
}

const shown = (count: number): string => count.toLocaleString('en')
const steps = <Made>(count: number, make: (at: number) => Made): Made[] =>
  Array.from({ length: count }, (_, at) => make(at))
