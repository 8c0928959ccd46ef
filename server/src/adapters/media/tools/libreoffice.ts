import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, rm, stat, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Identified, type MadePdf, OverLimit } from '../../../domain/ports/media-tools.ts'
import { slots } from '../child/slots.ts'
import { isOffice } from './is-office.ts'
import { makeOfficeProfile } from './office-profile.ts'
import { openTool } from './open-tool.ts'
import { runTool } from './run-tool.ts'
import { withoutNetwork } from './without-network.ts'

export type Libreoffice = {
  /** Gives `use` a PDF of an office document. `null`: no office document, no program, or it can't read this one. */
  withPdf<T>(
    path: string,
    identified: Identified,
    use: (pdf: MadePdf) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T | null>
  version(): Promise<string | null>
  close(): Promise<void>
}

type Options = {
  folder: string
  /** Documents at the same time, each with a program and a profile of its own. */
  processes: number
  timeoutMs: number
  /** Further ones are left out. */
  maxPages: number
  env: Record<string, string>
}

const mebibyte = 1024 * 1024

/**
 * A program for each document: it takes two seconds to start, and a document that breaks it, or stays in its memory,
 * breaks nothing else.
 */
export function openLibreoffice({ folder, processes, timeoutMs, maxPages, env }: Options): Libreoffice {
  const soffice = openTool('soffice', ['--version'], { timeoutMs, env: { ...env, HOME: folder } })
  const places = slots(processes)
  const own = join(folder, `made-office-${randomBytes(8).toString('hex')}`)
  const idleProfiles: string[] = []
  let made = 0

  async function takeProfile(): Promise<string> {
    const idle = idleProfiles.pop()
    if (idle) return idle
    const profile = join(own, `profile-${++made}`)
    await makeOfficeProfile(profile)
    return profile
  }

  async function convert(path: string, { contentType, extension }: Identified, work: string, signal?: AbortSignal) {
    const profile = await takeProfile()
    try {
      // the program tells kinds by their ending; the link shows it nothing else of where files lie
      const input = join(work, `document.${extension}`)
      await symlink(resolve(path), input)
      const args = [
        ...['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard'],
        ...[`-env:UserInstallation=file://${profile}`, '--convert-to', exportOf(contentType, maxPages)],
        ...['--outdir', work, input],
      ]
      const run = await withoutNetwork('soffice', args, env)
      await runTool(run.command, run.args, { env: { ...env, ...noProxy, HOME: profile }, timeoutMs, signal })
      idleProfiles.push(profile)
    } catch (error) {
      await rm(profile, { recursive: true, force: true }) // whatever state it was left in
      throw error
    }
    return join(work, 'document.pdf')
  }

  return {
    async withPdf(path, identified, use, signal) {
      if (!isOffice(identified) || (await soffice.version()) === null) return null
      const release = await places.take(signal, path)
      const work = join(own, randomBytes(8).toString('hex'))
      try {
        await access(path)
        await mkdir(work, { recursive: true, mode: 0o700 })
        const pdf = await convert(path, identified, work, signal).catch((error: unknown) => {
          signal?.throwIfAborted()
          if (error instanceof OverLimit) throw error
          return null // it broke the program
        })
        if (pdf === null || !(await isThere(pdf))) return null
        return await use({ path: pdf, bytes: () => createReadStream(pdf, { highWaterMark: mebibyte }) })
      } finally {
        release()
        await rm(work, { recursive: true, force: true })
      }
    },
    version: soffice.version,
    close: () => rm(own, { recursive: true, force: true }),
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size > 0,
    () => false,
  )

/** Where a namespace of its own can't be had, addresses lead to a closed door. */
const noProxy = { http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9', ftp_proxy: 'http://127.0.0.1:9' }

/** https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents; the filter of each program. */
function exportOf(contentType: string, maxPages: number): string {
  const program = /sheet|excel/.test(contentType)
    ? 'calc'
    : /presentation|powerpoint/.test(contentType)
      ? 'impress'
      : 'writer'
  return `pdf:${program}_pdf_Export:{"PageRange":{"type":"string","value":"1-${maxPages}"}}`
}
