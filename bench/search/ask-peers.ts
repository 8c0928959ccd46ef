import { startPostgres } from '../../server/test/harness/throwaway-postgres.ts'
import { type Answered, askPeer, type Peer } from './ask-questions.ts'
import type { MadeUpLibrary } from './library/made-up-assets.ts'
import { postgresPeer, tunedSettings } from './peers/postgres-gin.ts'
import { sqlitePeer } from './peers/sqlite-fts5.ts'
import type { Question } from './questions.ts'

export type PeerAnswers = { name: string; answers: Record<string, Answered> }

type Given = {
  library: MadeUpLibrary
  assets: number
  asked: readonly Question[]
  folder: string
  say: (text: string) => void
}

/** The same questions, exact totals, a page of a hundred rows and exact facets, asked in their own process or socket. */
export async function askPeers({ library, assets, asked, folder, say }: Given): Promise<PeerAnswers[]> {
  const about = asked.filter(({ peers }) => peers)
  say('SQLite FTS5: its own copy of the library …')
  const answers = [await askAll(await sqlitePeer(library, assets, folder), about, say)]

  const server = await startPostgres({ tuned: tunedSettings })
  if (!server) {
    say('skipped: PostgreSQL (it is not installed)')
    return answers
  }
  try {
    say('PostgreSQL: its own copy of the library …')
    answers.push(await askAll(await postgresPeer(library, server.url), about, say))
  } finally {
    await server.close()
  }
  return answers
}

async function askAll(peer: Peer, about: readonly Question[], say: (text: string) => void): Promise<PeerAnswers> {
  const answers: PeerAnswers['answers'] = {}
  try {
    await peer.ask({ bare: true }) // warm
    for (const question of about) {
      answers[question.name] = await askPeer(question, peer)
      say(`${peer.name}: ${question.name} ${answers[question.name]?.median.toFixed(1)} ms`)
    }
  } finally {
    await peer.close()
  }
  return { name: peer.name, answers }
}
