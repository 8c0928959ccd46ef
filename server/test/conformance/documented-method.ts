import type { Role } from '../../src/domain/user/user.ts'
import type { Answer } from '../harness/http-client.ts'
import type { PairedBy } from './compare-shapes.ts'
import type { ConformanceScene } from './scene.ts'

/** One method of the published reference: what it says, as data, and where Descant answers otherwise. */
export type DocumentedMethod = {
  /** `#2` as in the reference's table of contents, or the OAuth call's name. */
  number: string
  name: string
  /** How often it may be called; `null`: the reference does not say. */
  perMinute: number | null
  cases: DocumentedCase[]
}

export type DocumentedCase = {
  /** What is shown or failed, in a few words. */
  says: string
  /** Whose token; a contributor's where absent. */
  as?: Role | 'nobody' | 'stranger'
  /** Requests that make it so; `{…}` stand for things of the scene, as everywhere here. */
  after?: Asked[]
  ask: Asked | ((scene: ConformanceScene) => Promise<Answer>)
  /** The documented status. */
  status: number
  /** The documented example; absent where the reference shows none. */
  answer?: DocumentedAnswer
  /** Where Descant is different on purpose. One that is no longer needed fails. */
  differs?: Difference[]
}

/** `GET /api/v1/user`, with a body where there is one. Without a token in the scene's words: `as`. */
export type Asked = string | { to: string; body?: unknown; headers?: Record<string, string> }

export type DocumentedAnswer =
  /** The example, cleaned of its typographic quotes. */
  | { json: unknown; pairedBy?: PairedBy }
  /** A refusal whose words are documented; `{…}` in them stand for what changes. */
  | { exactly: unknown }
  | { text: RegExp }
  | { leadsTo: RegExp }
  | { page: string }
  | 'nothing'

export type Difference = {
  /** `status`, or where in the answer: `results.0.size` is `results.*.size`. */
  at: string
  /** Our status or JSON type; `absent` where we leave it out. */
  ours: number | 'string' | 'number' | 'boolean' | 'object' | 'array' | 'absent' | 'map'
  /** Why, with the paragraph of the contract that decides. */
  because: string
}
