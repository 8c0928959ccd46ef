import type { FastifyRequest } from 'fastify'
import { Unprocessable } from '../../domain/domain-error.ts'
import type { App } from './app.ts'

/**
 * JSON and forms for the routes of a scope. Clients declare JSON and send nothing where a body may be left out, so
 * nothing is no error here; a route that needs a body says so in its schema.
 */
export function readBodies(scope: App): void {
  scope.removeAllContentTypeParsers()
  const parseJson = scope.getDefaultJsonParser('error', 'error')
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else {
      void parseJson(request, body as string, (error, value) =>
        error
          ? done(new Unprocessable(`The body is said to be JSON and can't be read as such: ${error.message}`))
          : done(null, value),
      )
    }
  })
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, readForm)
  scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, readMultipart)
}

const readForm = async (_: FastifyRequest, body: string | Buffer): Promise<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(String(body)))

async function readMultipart({ headers }: FastifyRequest, body: string | Buffer): Promise<Record<string, string>> {
  const typed = { 'content-type': headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(body as Buffer), { headers: typed }).formData().catch(() => {
    throw new Unprocessable('The form could not be read')
  })
  return Object.fromEntries([...form].filter((field): field is [string, string] => typeof field[1] === 'string'))
}

/** For routes of a scope where the address says it all: whatever a client sends beside it is read past. */
export function ignoreBodies(scope: App): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_, payload, done) => {
    payload.resume()
    done(null)
  })
}
