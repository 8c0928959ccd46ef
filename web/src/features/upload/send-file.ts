import type { UploadTransport } from '@descant/client'
import type { Dam } from '../../lib/dam.ts'
import type { FindAlbum } from './find-album.ts'
import type { UploadItem } from './upload-item.ts'

/** Resolves when every byte is safe at the server; rejects with a sentence. */
export async function sendFile(
  dam: Dam,
  findAlbum: FindAlbum,
  { key, file, target }: UploadItem,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { versionOf, way = [], folderId = null } = target
  const albumId = way.length === 0 ? target.albumId : await findAlbum(folderId, way)
  signal.throwIfAborted()
  const fields = {
    refer: key,
    ...(albumId !== null && { albumId }),
    ...(versionOf !== null && { replaces: versionOf }),
  }
  await dam.uploadBlob(file, file.name, fields, { signal, form: 'server', onProgress, transport: postWithProgress })
}

/** fetch does not tell how far an upload has come; its elder does. */
const postWithProgress: UploadTransport = ({ url, fields, file, fileName }, { signal, onProgress }) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  form.append('file', file, fileName) // last: what comes after the file is ignored

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    signal?.addEventListener('abort', () => request.abort())
    request.upload.addEventListener('progress', (event) => onProgress?.(event.loaded))
    request.addEventListener('load', () =>
      resolve({ status: request.status, headers: headersOf(request), text: request.responseText }),
    )
    request.addEventListener('error', () => reject(new Error('The connection broke.')))
    request.addEventListener('abort', () => reject(new Error('Cancelled.')))
    request.open('POST', url)
    request.send(form)
  })
}

function headersOf(request: XMLHttpRequest): Headers {
  const lines = request.getAllResponseHeaders().split('\r\n').filter(Boolean)
  return new Headers(
    lines.map((line): [string, string] => [line.split(':', 1)[0] ?? '', line.replace(/^[^:]*:\s*/, '')]),
  )
}
