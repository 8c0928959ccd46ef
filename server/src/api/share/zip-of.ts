import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export type ZippedFile = {
  name: string
  modifiedAt: number
  /** Bytes, where they are known before. */
  size?: number
  open(): Promise<Readable>
}

/** `length`: of the whole archive, where all sizes are known; `null`: not to be told. */
export type Zip = { bytes: Readable; length: number | null }

/**
 * An archive that is made as it is read: one file is open at a time and none is held in memory. Stored, not deflated,
 * because pictures and films are as small as they get.
 */
export async function zipOf(files: readonly ZippedFile[]): Promise<Zip> {
  const zip = new ZipFile()
  const bytes = zip.outputStream as Readable
  let current: Readable | undefined
  zip.on('error', (error) => bytes.destroy(error))
  // who reads has gone: nobody would end what is open
  bytes.once('close', () => current?.destroy())

  for (const { name, modifiedAt, size, open } of files) {
    const options = { mtime: new Date(modifiedAt), compress: false, ...(size !== undefined && { size }) }
    zip.addReadStreamLazy(name, options, (use) => {
      open().then(
        (stream) => {
          current = stream
          stream.once('error', (error) => bytes.destroy(error))
          if (bytes.destroyed) stream.destroy()
          else use(null, stream)
        },
        (error: Error) => bytes.destroy(error),
      )
    })
  }
  const length = await new Promise<number>((resolve) => {
    zip.end({ forceZip64Format: false, comment: '' }, resolve as () => void) // its types forget the size
  })
  return { bytes, length: length === -1 ? null : length }
}
