import { lookup as resolveName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { addressKind } from './address-kind.ts'

/** An address a person named leads where no request of ours may go. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
  readonly code = 'ERR_INVALID_ADDRESS'
}

export type GuardedAgentOptions = {
  allowPrivateNetwork: boolean
  connectTimeoutMs: number
  /** Until the answer begins, and between its pieces. */
  answerTimeoutMs: number
  /** At once, to one host. */
  connections: number
  /** Longest answer read; an endless one ends the request. Absent: the reader sees to it. */
  maxAnswerBytes?: number
}

type Judge = (address: string, host: string) => AddressRefused | null

/**
 * A dispatcher that checks every address at the moment it connects, after the name is resolved and on every hop of a
 * redirect, so that neither a redirect nor a name that changes its mind leads inside. Plain HTTP goes to private
 * addresses only.
 */
export function guardedAgent({
  allowPrivateNetwork,
  connectTimeoutMs,
  answerTimeoutMs,
  connections,
  maxAnswerBytes,
}: GuardedAgentOptions): Agent {
  const connectorFor = (isPlain: boolean) => {
    const judge: Judge = (address, host) => refusal(address, { host, isPlain, allowPrivateNetwork })
    const lookup = guardedLookup(judge)
    return { judge, connect: buildConnector({ timeout: connectTimeoutMs, allowH2: false, lookup }) }
  }
  const [plain, secure] = [connectorFor(true), connectorFor(false)]

  return new Agent({
    connect: (options, callback) => {
      const { judge, connect } = options.protocol === 'https:' ? secure : plain
      const literal = options.hostname.replace(/^\[|\]$/g, '')
      // an address in figures is never looked up, so it is judged here
      const refused = isIP(literal) ? judge(literal, literal) : null
      if (refused) callback(refused, null)
      else connect(options, callback)
    },
    ...(maxAnswerBytes === undefined ? {} : { maxResponseSize: maxAnswerBytes }),
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
    connections,
  })
}

function guardedLookup(judge: Judge): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      const refused = error ?? addresses.map(({ address }) => judge(address, host)).find((found) => found !== null)
      const [first] = addresses ?? []
      if (refused || !first) return callback(refused ?? new AddressRefused(`${host} has no address`), '')
      // the addresses judged are the ones connected to: nothing asks the name server again
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

function refusal(
  address: string,
  { host, isPlain, allowPrivateNetwork }: { host: string; isPlain: boolean; allowPrivateNetwork: boolean },
): AddressRefused | null {
  const kind = addressKind(address)
  if (kind === 'never') return new AddressRefused(`${host} is no address that may be asked`)
  if (kind === 'private' && !allowPrivateNetwork) return new AddressRefused(`${host} lies in a private network`)
  if (kind === 'public' && isPlain) return new AddressRefused(`${host} is reached over plain HTTP; it needs https`)
  return null
}
