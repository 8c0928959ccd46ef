import type { UploadSetting } from '@descant/contract'

/** What goes with a file. */
export type UploadFields = {
  tags?: readonly string[]
  albumId?: string
  /** The asset the file becomes the new version of. */
  replaces?: { scheme: string; id: string }
  /** To find the upload again; `upload` makes one up. */
  refer?: string
  contentType?: string
}

/**
 * Fields of the form for #10, in order; the file, named `file`, comes after them and must be the last. Values are the
 * setting's own but for what the client fills in.
 */
export function uploadForm(setting: UploadSetting, fields: UploadFields = {}): [name: string, value: string][] {
  const { url: _, ...given } = setting
  const filled: Record<string, string | undefined> = {
    ...given,
    ...(fields.tags && { 'x-amz-meta-tag': fields.tags.join(',') }),
    ...(fields.albumId !== undefined && { 'x-amz-meta-album_id': fields.albumId }),
    ...(fields.replaces && { 'x-amz-meta-scheme': fields.replaces.scheme, 'x-amz-meta-id': fields.replaces.id }),
    ...(fields.contentType !== undefined && { 'Content-Type': fields.contentType }),
  }
  return Object.entries(filled).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
}

/** What a POST form's target answered. */
export type UploadAnswer = { status: number; headers: Headers; text: string }

/** Sends a form. The browser's own fetch reports no progress; hand in one that does. */
export type UploadTransport = (
  form: { url: string; fields: readonly [string, string][]; file: Blob; fileName: string },
  options: { signal: AbortSignal | undefined; onProgress: ((sentBytes: number) => void) | undefined },
) => Promise<UploadAnswer>
