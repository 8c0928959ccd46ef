import sharp from 'sharp'
import * as brand from '../art/brand.ts'
import { brochure } from '../art/brochure.ts'
import { shelf } from '../art/ceramics.ts'
import { dusk, morning } from '../art/landscapes.ts'
import { pdfFile } from '../formats/pdf-file.ts'
import type { PictureOptions } from '../formats/picture.ts'
import { zipFile } from '../formats/zip-file.ts'
import * as texts from '../texts.ts'
import { drawn, type Entry, inAlbum, people, text, type Words } from './entry.ts'

export function press(): Entry[] {
  const file = inAlbum(['Press'], 'Press kit')
  const draw = drawn(file)
  const words = (title: string, by: string, ...keywords: string[]): Words => ({
    title,
    tags: ['press'],
    keywords: ['press approved', ...keywords],
    by,
  })
  const photo = (takenAt: string): PictureOptions => ({ format: 'jpeg', width: 2200, dpi: 300, grain: true, takenAt })
  return [
    draw(
      'hills-morning.jpg',
      words('The hills above the workshop, in the morning', people.ida, 'print'),
      morning,
      photo('2026:04:02 06:41:00'),
    ),
    draw('hills-dusk.jpg', words('The same hills, at dusk', people.ida), dusk, photo('2026:04:02 20:12:00')),
    draw(
      'workshop-shelf.jpg',
      words('A shelf in the ceramics workshop', people.jonas, 'web'),
      shelf,
      photo('2026:04:03 11:05:00'),
    ),
    file('varde-brochure.pdf', words('Catalogue 2026, six pages', people.studio, 'print'), brochurePdf),
    file('press-release.txt', words('The long evening is back', people.mara), text(texts.pressRelease)),
    file('fact-sheet.md', words('Varde in numbers', people.mara), text(texts.factSheet)),
    file('press-kit.zip', words('Texts and marks in one archive', people.mara), () =>
      zipFile([
        { name: 'press-release.txt', content: texts.pressRelease },
        { name: 'fact-sheet.md', content: texts.factSheet },
        { name: 'varde-mark.svg', content: brand.markOnly },
        { name: 'varde-wordmark.svg', content: brand.wordmark },
      ]),
    ),
  ]
}

async function brochurePdf(): Promise<Buffer> {
  const pages = []
  for (const { svg, lines, grey } of brochure()) {
    const jpeg = await sharp(Buffer.from(svg), { density: 90 }).resize({ width: 1240 }).jpeg({ quality: 84 }).toBuffer()
    pages.push({
      jpeg,
      pixelWidth: 1240,
      pixelHeight: 1753,
      lines: lines.map((line, index) => ({ x: 44, y: 178 - index * 25, size: 14, text: line, grey })),
    })
  }
  return pdfFile(pages, {
    title: 'Varde, catalogue 2026',
    author: people.studio,
    keywords: 'catalogue, ceramics, lighting, textiles',
  })
}
