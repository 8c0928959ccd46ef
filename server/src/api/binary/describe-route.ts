import type { FastifySchema } from 'fastify'
import '../http/documented-route.ts'

/** What each address gives, by its end behind the asset. */
const summaries: Record<string, string> = {
  '': 'The original',
  '/:versionId': 'The original of a version',
  '/preview': 'A preview of 240 pixels',
  '/preview/:size': 'A preview of any size',
  '/:versionId/preview': 'A preview of a version',
  '/:versionId/preview/:size': 'A preview of a version, of any size',
  '/metadata': 'Everything the file says of itself, as XML',
  '/play': 'A lighter version of a film or sound, to play',
  '/PNG': 'An image as PNG',
  '/HighJPG': 'An image as JPEG of high quality',
  '/LowJPG': 'An image as small JPEG',
  '/previewURI': 'The address of a preview, as text',
  '/previewURI/:size': 'The address of a preview of any size, as text',
  '/directuri': 'The address of the original, as text',
}

const sample = 'https://acme.dam.example/direct/original/ob3mim4rf13dn2kc56lv1eko2p/…/poster.jpg'

export const leadsThere = { 302: { description: 'To the bytes, at an address that needs no token' } } as const
export const saysWhere = {
  200: { description: 'An address that needs no token', contentType: 'text/plain', example: sample },
} as const

export const describeRoute = (end: string, answers: FastifySchema['answers']): FastifySchema => ({
  summary: summaries[end] ?? '',
  tags: ['Files'],
  ...(answers && { answers }),
})
