import { CropOutside, UnsoundFile } from '../../../domain/ports/media-tools.ts'

/** The file may be sound; this machine's decoder does not know this variety of its format. */
export const isUnknownVariety = ({ message }: Error): boolean =>
  /not configured|not supported|not implemented|unsupported (?!image format)|unknown compression/i.test(message)

/** A decoder's complaint in words for the person who sent the file. */
export const blameFile = (what: string, maxPixels: number) => (cause: Error) => {
  if (cause instanceof CropOutside) throw cause // the asker's fault
  if (/pixel limit/i.test(cause.message)) throw tooManyPixels(maxPixels, { cause })
  throw new UnsoundFile(`The ${what} is damaged or incomplete`, { cause })
}

export const tooManyPixels = (maxPixels: number, options?: ErrorOptions): UnsoundFile =>
  new UnsoundFile(`The picture has more than ${Math.floor(maxPixels / 1_000_000)} million pixels`, options)
