import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { mayActAs } from '../../domain/access/role-rules.ts'
import { receiveUpload } from '../../domain/intake/receive-upload.ts'
import { receivedFields } from '../../domain/intake/received-fields.ts'
import { findPortalFor } from '../../domain/portal/find-portal.ts'
import { TooManyBytes } from '../../domain/ports/object-store.ts'
import type { User } from '../../domain/user/user.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { formBoundary } from '../http/form/form-boundary.ts'
import { FormRefused } from '../http/form/form-refused.ts'
import { type FormPart, readForm } from '../http/form/read-form.ts'
import { accountOf, libraryOf, originOf } from '../http/request-account.ts'
import { sendS3Error } from './send-s3-error.ts'
import { checkForm, type Uploader } from './upload-policy.ts'
import { xml } from './xml.ts'

type Deps = Pick<ApiDeps, 'libraries' | 'objectsOf' | 'secrets' | 'clock' | 'ids' | 'settings'>

export const formTargetPath = '/direct/upload'

/** All fields before the file, together. */
const maxFieldBytes = 256 * 1024
const mebibyte = 1024 * 1024

/** #10: takes S3's POST form. No token: the signed policy says who posts, and what. */
export function formTargetRoute(app: App, deps: Deps): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null))
    scope.setErrorHandler(sendS3Error)
    scope.post(
      formTargetPath,
      {
        config: { rateLimit: { method: '#10', perMinute: 1000 } },
        schema: {
          summary: 'Take a file, as S3 does',
          description:
            'A form (`multipart/form-data`) with the fields that the form’s description gave, and the file last, under the name `file`. No token: the policy is signed.',
          tags: ['Upload'],
          answers: { 200: { description: 'Every byte is kept' } },
        },
      },
      async (request, reply) => await takeForm(deps, request, reply),
    )
  })
}

async function takeForm(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const boundary = formBoundary(request.headers['content-type'])
  // Not destroyed when reading ends early: the sender must be able to read the answer.
  const bytes: AsyncIterator<Buffer> = request.raw.iterator({ destroyOnReturn: false })
  try {
    const fields = new Map<string, string>()
    for await (const part of readForm(bytes, boundary)) {
      const name = part.name.toLowerCase()
      if (name === 'file') return await takeFile(deps, request, reply, fields, part)
      await addField(fields, name, part)
    }
    throw new FormRefused('InvalidArgument', 'POST requires exactly one file upload per request')
  } finally {
    await bytes.return?.()
    request.raw.resume() // what is still coming is read past, or the sender would never get to the answer
  }
}

/** A field may come with a file name, as some clients send metadata; it is a field all the same. */
async function addField(fields: Map<string, string>, name: string, { body }: FormPart): Promise<void> {
  const chunks: Buffer[] = []
  let size = [...fields].reduce((sum, [field, value]) => sum + field.length + value.length, name.length)
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxFieldBytes) {
      throw new FormRefused(
        'MaxPostPreDataLengthExceeded',
        `The fields before the file have more than ${maxFieldBytes} bytes`,
      )
    }
    chunks.push(chunk)
  }
  fields.set(name, Buffer.concat(chunks).toString('utf8'))
}

async function takeFile(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: Map<string, string>,
  { body, fileName }: FormPart,
): Promise<FastifyReply> {
  const { maxBytes, ...uploader } = checkForm(deps, fields)
  const by = await uploadingUser(deps, request, uploader)
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > maxBytes + mebibyte) throw tooLarge(maxBytes)

  const objects = deps.objectsOf(uploader.accountId)
  const stored = await objects
    .writeOriginal(Readable.from(body, { objectMode: false, highWaterMark: mebibyte }), { maxBytes })
    .catch((error: unknown) => {
      throw error instanceof TooManyBytes ? tooLarge(maxBytes) : error
    })
  const library = await libraryOf(request, deps)
  const received = { by, stored, portalId: uploader.portalId, ...receivedFields(fields, fileName) }
  const upload = await receiveUpload({ ...deps, library, objects }, received)

  const key = (fields.get('key') ?? '').replace(/\$\{filename\}/gi, () => upload.fileName)
  const location = `${originOf(request, deps)}${formTargetPath}/${encodeURIComponent(key)}`
  reply.header('etag', `"${stored.md5}"`).header('location', location)
  const wanted = fields.get('success_action_status')
  if (wanted === '204') return reply.code(204).send()
  if (wanted !== '201') return reply.code(200).send('')
  const body201 = xml('PostResponse', { Location: location, Bucket: 'descant', Key: key, ETag: `"${stored.md5}"` })
  return reply.code(201).type('application/xml; charset=utf-8').send(body201)
}

/** Whoever asked for the form must still be here, and still be allowed. */
async function uploadingUser(
  deps: Deps,
  request: FastifyRequest,
  { accountId, portalId, email }: Uploader,
): Promise<User> {
  if (accountOf(request).id !== accountId) throw new FormRefused('AccessDenied', 'This form is for another account')
  const { read } = await libraryOf(request, deps)
  const user = await read.users.findByEmail(email)
  if (!user || user.suspended || !mayActAs(user.role, 'contributor')) {
    throw new FormRefused('AccessDenied', `${email} may not upload`)
  }
  if (portalId !== null && !(await findPortalFor(read, { user, reference: portalId }))) {
    throw new FormRefused('AccessDenied', `${email} may not upload to this portal`)
  }
  return user
}

const tooLarge = (maxBytes: number) =>
  new FormRefused('EntityTooLarge', `Your file is larger than the ${maxBytes} bytes that are allowed`)
