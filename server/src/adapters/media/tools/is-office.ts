import type { Identified } from '../../../domain/ports/media-tools.ts'

const office =
  /^application\/(?:msword|rtf|vnd\.(?:ms-(?:word|excel|powerpoint)|openxmlformats-officedocument\.|oasis\.opendocument\.))/

/** What LibreOffice makes a PDF of. Web pages are none of it: they would reach for whatever they name. */
export const isOffice = ({ contentType }: Pick<Identified, 'contentType'>): boolean => office.test(contentType)
