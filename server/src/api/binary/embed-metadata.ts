import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Invalid } from '../../domain/domain-error.ts'
import type { AddressSubject, SignedAddresses } from '../../domain/rendition/signed-address.ts'
import { callerOf } from '../http/caller.ts'

/** Ours: whether a download carries what the library says of it; absent: as the library's settings have it. */
export const EmbedMetadata = Type.Object({
  embedMetadata: Type.Optional(
    Type.String({ description: 'true or false: with or without what the library says of it, written into a copy' }),
  ),
})

/** Where the original lies, or the copy that carries what the library says of it. */
export async function originalAddress(
  request: FastifyRequest,
  addresses: SignedAddresses,
): Promise<(subject: AddressSubject) => string> {
  return (await wantsWords(request)) ? addresses.described : addresses.original
}

async function wantsWords(request: FastifyRequest): Promise<boolean> {
  const { embedMetadata = '' } = request.query as { embedMetadata?: string }
  const word = String(embedMetadata).toLowerCase()
  if (word === '') return (await callerOf(request).library.read.settings.read()).metadataInDownloads
  if (word !== 'true' && word !== 'false')
    throw new Invalid(`embedMetadata is ${embedMetadata}; it should be true or false`)
  return word === 'true'
}
