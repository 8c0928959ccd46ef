import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../domain/domain-error.ts'
import type { Library } from '../../domain/ports/library.ts'
import { TooManyBytes } from '../../domain/ports/object-store.ts'
import { takeLinkedFile } from '../../domain/upload-link/take-linked-file.ts'
import type { UploadLinkId } from '../../domain/upload-link/upload-link.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import { clientAddress } from '../http/client-address.ts'
import { statusOf } from '../http/error-codes.ts'
import { formBoundary } from '../http/form/form-boundary.ts'
import { FormRefused } from '../http/form/form-refused.ts'
import { type FormPart, readForm } from '../http/form/read-form.ts'
import { accountOf } from '../http/request-account.ts'
import type { Taken } from './upload-page.ts'

type Deps = Pick<ApiDeps, 'objectsOf' | 'clock' | 'ids' | 'secrets'>
type Form = { library: Library; linkId: UploadLinkId; maxBytes: number }

const mebibyte = 1024 * 1024

/** Takes the files of a form one after the other, as they come. What came before a refusal stays. */
export async function takeForm(deps: Deps, request: FastifyRequest, form: Form): Promise<Taken> {
  const received: string[] = []
  // Not destroyed when reading ends early: the sender must be able to read the answer.
  const bytes: AsyncIterator<Buffer> = request.raw.iterator({ destroyOnReturn: false })
  try {
    for await (const part of readForm(bytes, formBoundary(request.headers['content-type']))) {
      const name = await takePart(deps, request, form, part)
      if (name !== null) received.push(name)
    }
    return received.length > 0
      ? { received, problem: null, status: 200 }
      : { received, problem: 'Please choose at least one file.', status: 400 }
  } catch (error) {
    return { received, ...inWords(error, form) }
  } finally {
    await bytes.return?.()
    request.raw.resume() // what is still coming is read past, or the sender would never get to the answer
  }
}

/** `null`: it is no file, or the empty one that browsers send where none was chosen. */
async function takePart(
  deps: Deps,
  request: FastifyRequest,
  { library, linkId, maxBytes }: Form,
  { body, fileName }: FormPart,
): Promise<string | null> {
  if (fileName === null || fileName === '') {
    await readPast(body)
    return null
  }
  const { id } = accountOf(request)
  const upload = await takeLinkedFile(
    { ...deps, library, objects: deps.objectsOf(id) },
    {
      linkId,
      sender: deps.secrets.sign('upload-link-sender', `${linkId} ${clientAddress(request)}`),
      fileName,
      bytes: Readable.from(body, { objectMode: false, highWaterMark: mebibyte }),
      maxBytes,
    },
  )
  return upload.fileName
}

async function readPast(body: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of body);
}

/** For whoever sent it. What nobody foresaw is thrown on. */
function inWords(error: unknown, { maxBytes }: Form): { problem: string; status: number } {
  if (error instanceof TooManyBytes) {
    return { status: 413, problem: `A file has more than ${maxBytes} bytes, which is too large. It was not taken.` }
  }
  if (error instanceof FormRefused) return { status: 400, problem: 'The files did not come whole. Please try again.' }
  if (error instanceof DomainError) return { status: statusOf[error.refusal], problem: error.message }
  throw error
}
