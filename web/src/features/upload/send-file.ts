import type { UploadSetting } from '@descant/contract'
import type { UploadItem } from './upload-item.ts'

/** Posts the form the server described. Resolves when every byte is safe there; rejects with a sentence. */
export function sendFile(
  { url, ...fields }: UploadSetting,
  { key, file, target }: UploadItem,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const form = new FormData()
  const filled: Record<string, string> = {
    ...fields,
    'x-amz-meta-album_id': target.albumId ?? '',
    'x-amz-meta-scheme': target.versionOf?.scheme ?? '',
    'x-amz-meta-id': target.versionOf?.id ?? '',
    'x-amz-meta-refer_id': key,
  }
  for (const [name, value] of Object.entries(filled)) form.append(name, value)
  form.append('file', file, file.name) // last: what comes after the file is ignored

  return new Promise((resolve, reject) => {
    // fetch does not tell how far an upload has come
    const request = new XMLHttpRequest()
    signal.addEventListener('abort', () => request.abort())
    request.upload.addEventListener('progress', (event) => onSent(event.loaded))
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else reject(new Error(reasonIn(request.responseText, request.status)))
    })
    request.addEventListener('error', () => reject(new Error('The connection broke.')))
    request.addEventListener('abort', () => reject(new Error('Cancelled.')))
    request.open('POST', url)
    request.send(form)
  })
}

/** The form's target answers with S3's error document. */
function reasonIn(body: string, status: number): string {
  const code = /<Code>([^<]*)<\/Code>/.exec(body)?.[1]
  if (code === 'EntityTooLarge') return 'This file is larger than the server takes.'
  const message = new DOMParser().parseFromString(body, 'application/xml').querySelector('Message')?.textContent
  return message || `The server refused this file (${status}).`
}
