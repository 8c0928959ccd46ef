import { FormRefused } from './form-refused.ts'

/** The boundary of a `multipart/form-data` content type. */
export function formBoundary(contentType: string | undefined): string {
  const [, quoted, token] = /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType ?? '') ?? []
  const boundary = quoted ?? token ?? ''
  if (boundary === '' || boundary.length > 256) {
    throw new FormRefused('MalformedPOSTRequest', 'The content type of the form names no boundary')
  }
  return boundary
}
