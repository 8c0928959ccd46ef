import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import type { MediaTools } from '../../domain/ports/media-tools.ts'
import type { OpenedExiftool } from './metadata/open-exiftool.ts'
import type { Libreoffice } from './tools/libreoffice.ts'
import { openTool } from './tools/open-tool.ts'

type Tool = Awaited<ReturnType<MediaTools['report']>>[number]

export async function reportTools(
  { exiftool, office }: { exiftool: OpenedExiftool; office: Pick<Libreoffice, 'version'> },
  options: { timeoutMs: number; env: Record<string, string> },
): Promise<Tool[]> {
  const version = (command: string, ...args: string[]) => openTool(command, args, options).version()
  const { versions } = (await import('sharp')).default
  return await Promise.all([
    tool(
      'exiftool',
      exiftool.version(),
      'metadata, dates, dimensions, pages, and pictures inside camera raw, InDesign and EPS',
      'perl',
    ),
    tool(
      'Archive::Zip',
      version('perl', '-MArchive::Zip', '-e', 'print Archive::Zip->VERSION'),
      'pages and authors of office files',
      'libarchive-zip-perl',
    ),
    tool('sharp', versions.sharp ?? null, 'previews of pictures', null),
    tool('libvips', versions.vips, 'previews of pictures', null),
    tool('pdfium', packageVersion('@hyzyla/pdfium'), 'previews of PDFs', null),
    tool('libheif', packageVersion('libheif-js'), 'previews of HEIC', null),
    tool(
      'ffmpeg',
      version('ffmpeg', '-version'),
      'films, sounds, and previews of BMP, JPEG 2000 and JPEG XL',
      'ffmpeg',
    ),
    tool(
      'libreoffice',
      office.version(),
      'previews and pages of office documents',
      'libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui',
    ),
    // installed everywhere; whether it may is up to the kernel
    tool(
      'unshare',
      version('unshare', '--map-root-user', '--net', '--', 'unshare', '--version'),
      'keeping office documents from the network; allow user namespaces (user.max_user_namespaces)',
      null,
    ),
  ])
}

async function tool(
  name: string,
  version: string | null | Promise<string | null>,
  neededFor: string,
  debianPackage: string | null,
): Promise<Tool> {
  return { tool: name, version: await version, neededFor, debianPackage }
}

async function packageVersion(name: string): Promise<string | null> {
  const path = findPackageJSON(name, import.meta.url)
  if (path === undefined) return null
  return (JSON.parse(await readFile(path, 'utf8')) as { version: string }).version
}
