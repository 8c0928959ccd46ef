import { execFile } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { openMediaTools } from '../../server/src/adapters/media/open-media-tools.ts'
import type { WantedPicture } from '../../server/src/domain/ports/media-tools.ts'
import { realMedia } from '../../server/test/fixtures/real-media.ts'
import type { Figure } from '../figures.ts'
import { decodersPriority } from './decoders-priority.ts'

const run = promisify(execFile)
const wanted: WantedPicture[] = [{ longestSide: 800, format: 'jpeg' }]

/** What one picture costs through our tools, with their processes and limits, against the bare tool. */
export async function benchTools(folder: string): Promise<Figure[]> {
  setPriority(0, decodersPriority)
  const media = await openMediaTools({ temporaryFolder: join(folder, 'tmp') })
  const work = join(folder, 'bare-tools')
  await mkdir(work, { recursive: true })
  const pdfium = await PDFiumLibrary.init()
  const ours = async (path: string) => {
    const identified = await media.identify(path, path)
    return () => media.draw(path, identified, wanted)
  }
  try {
    return [
      figure('photo, 800 px', 8, await ratesOf(8, await ours(realMedia.photo24Megapixels), () => barePhoto())),
      figure('page of a PDF', 8, await ratesOf(8, await ours(realMedia.pdf), () => barePdf(pdfium))),
      figure('poster of a film', 4, await ratesOf(4, await ours(realMedia.mp4), () => barePoster())),
      figure('office document', 2, await ratesOf(2, await ours(realMedia.docx), () => bareOffice(work))),
    ]
  } finally {
    await media.close()
    await rm(work, { recursive: true, force: true })
  }
}

/** Milliseconds each, in turns; the first of both is for what starts with the first file. */
async function ratesOf(times: number, ours: () => Promise<unknown>, bare: () => Promise<unknown>) {
  const spent: [number[], number[]] = [[], []]
  for (let turn = 0; turn <= times; turn++) {
    for (const [index, work] of [ours, bare].entries()) {
      const began = performance.now()
      await work()
      if (turn > 0) spent[index]?.push(performance.now() - began)
    }
  }
  return spent.map((each) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0) as [number, number]
}

const barePhoto = () =>
  sharp(realMedia.photo24Megapixels).autoOrient().resize(800, 800, { fit: 'inside' }).jpeg({ quality: 82 }).toBuffer()

async function barePdf(pdfium: PDFiumLibrary) {
  const document = await pdfium.loadDocument(await readFile(realMedia.pdf))
  const page = document.getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = 800 / Math.max(originalWidth, originalHeight)
  const { width, height, data } = await page.render({
    width: Math.round(originalWidth * scale),
    height: Math.round(originalHeight * scale),
    render: 'bitmap',
    renderFormFields: true,
  })
  await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten()
    .jpeg({ quality: 82 })
    .toBuffer()
  document.destroy()
}

async function barePoster() {
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'format=duration',
    '-of',
    'csv=p=0',
    realMedia.mp4,
  ])
  const at = String(Number.parseFloat(stdout) / 10)
  const scaled = ['-frames:v', '1', '-vf', 'scale=800:800:force_original_aspect_ratio=decrease']
  const args = ['-v', 'error', '-ss', at, '-i', realMedia.mp4, ...scaled, '-f', 'image2pipe', '-c:v', 'mjpeg', 'pipe:1']
  await run('ffmpeg', args, { encoding: 'buffer', maxBuffer: 1 << 26 })
}

async function bareOffice(work: string) {
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`
  await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, realMedia.docx])
  const pdf = join(work, 'loader.pdf')
  await run('pdftoppm', ['-jpeg', '-f', '1', '-l', '1', '-scale-to', '800', pdf, join(work, 'page')])
}

const figure = (what: string, times: number, [ours, bare]: [number, number]): Figure => ({
  what: `${what} (median of ${times})`,
  ours: `${ours.toFixed(0)} ms`,
  anchor: `${bare.toFixed(0)} ms (bare tool)`,
  ratio: bare / ours,
  must: 0.8,
  aim: 0.95,
})
