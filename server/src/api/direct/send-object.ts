import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ObjectKey, ObjectStore } from '../../domain/ports/object-store.ts'
import { checkConditions, rangeStillFits, type Validators } from './conditions.ts'
import { handOver } from './hand-over.ts'
import { type ByteRange, parseRanges } from './parse-ranges.ts'
import { ConditionFailed, RangeNotSatisfiable } from './refused-reads.ts'
import { sendPieces } from './send-pieces.ts'

export type SentObject = Validators & { objects: ObjectStore; key: ObjectKey; size: number; contentType: string }

/** The bytes of an object, or the ranges asked for; streamed, and nothing is read for `HEAD` or an unchanged thing. */
export async function sendObject(
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentObject,
): Promise<FastifyReply> {
  const { size, contentType, etag, modifiedAt } = sent
  reply.headers({ etag, 'last-modified': new Date(modifiedAt).toUTCString(), 'accept-ranges': 'bytes' })
  const conditions = checkConditions(request.headers, sent)
  if (conditions === 'failed') throw new ConditionFailed()
  if (conditions === 'not modified') return reply.code(304).send()

  const mayBePart = request.method === 'GET' && rangeStillFits(request.headers['if-range'], sent)
  const ranges = mayBePart ? parseRanges(request.headers.range, size) : null
  if (ranges?.length === 0) {
    reply.header('content-range', `bytes */${size}`)
    throw new RangeNotSatisfiable(size)
  }
  if (await handOver(request, reply, sent)) return reply.send()
  reply.type(contentType)
  if (ranges === null) return await sendRange(request, reply, sent, null)
  reply.code(206)
  const [only] = ranges
  if (ranges.length > 1 || !only) return sendSeveral(reply, sent, ranges)
  reply.header('content-range', contentRange(only, size))
  return await sendRange(request, reply, sent, only)
}

async function sendRange(
  { method }: FastifyRequest,
  reply: FastifyReply,
  { objects, key, size }: SentObject,
  range: ByteRange | null,
): Promise<FastifyReply> {
  reply.header('content-length', String(range ? range.end - range.start + 1 : size))
  if (method === 'HEAD') return reply.send()
  return sendPieces(reply, await objects.pieces(key, range ?? undefined))
}

/** `multipart/byteranges`, RFC 9110, 14.6. */
function sendSeveral(
  reply: FastifyReply,
  { objects, key, size, contentType }: SentObject,
  ranges: readonly ByteRange[],
): FastifyReply {
  const boundary = randomBytes(16).toString('hex')
  const headOf = (range: ByteRange) =>
    `\r\n--${boundary}\r\ncontent-type: ${contentType}\r\ncontent-range: ${contentRange(range, size)}\r\n\r\n`
  const tail = `\r\n--${boundary}--\r\n`
  const length = ranges.reduce((sum, range) => sum + headOf(range).length + range.end - range.start + 1, tail.length)

  async function* parts() {
    for (const range of ranges) {
      yield Buffer.from(headOf(range))
      yield* await objects.read(key, range)
    }
    yield Buffer.from(tail)
  }
  reply.type(`multipart/byteranges; boundary=${boundary}`).header('content-length', String(length))
  return reply.send(Readable.from(parts(), { objectMode: false }))
}

const contentRange = ({ start, end }: ByteRange, size: number): string => `bytes ${start}-${end}/${size}`
