import type { Readable } from 'node:stream'
import type { Scheme } from '../asset/scheme.ts'
import type { Measures } from '../asset/version.ts'

/** What a file is, read from its content first and its name second. */
export type Identified = {
  scheme: Scheme
  contentType: string
  /** Lower case, without the dot. */
  extension: string
}

/** Characters of the text inside one document that search knows. */
export const longestText = 500_000

export type FileMetadata = {
  measures: Measures
  /** Names and values in the style of the published page: `"Image Width": "1024"`. */
  metadata: Record<string, string>
  /** What the file says of itself, for the asset's fields at first upload. */
  description: string
  author: string
  copyright: string
  keywords: string[]
}

export type PictureFormat = 'jpeg' | 'webp' | 'avif' | 'png'

/** One drawn picture. */
export type Picture = { bytes: Uint8Array; width: number; height: number; format: PictureFormat }

/**
 * `longestSide` in pixels, `null` for full size. `quality` 1–100, by the format's habit where absent. With
 * `keepMetadata` what the file says of itself (rights above all) and a colour profile are in the picture; else nothing.
 */
export type WantedPicture = {
  longestSide: number | null
  format: PictureFormat
  quality?: number
  keepMetadata?: boolean
  /** Cut out first, in pixels of the file as it stands upright. Only with `longestSide: null`. */
  crop?: CropArea
  /** What comes out, after any crop; smaller things are enlarged. Only with `longestSide: null`. */
  size?: PictureSize
  /** Dots per inch, written into the picture; `keepMetadata` goes with it. */
  density?: number
}

export type CropArea = { width: number; height: number; top: number; left: number }
/** `inside`: as large as fits, in its own proportions; `exact`: stretched to this size. */
export type PictureSize = { width: number; height: number; fit: 'inside' | 'exact' }

/** What has pages to turn over; the first page's size in points (1/72 inch). */
export type PagesMeasured = { count: number; width: number; height: number }

/** Frames of a film in one JPEG, row by row, `columns` in a row; frame i stands for the time from i × `everySeconds` on. */
export type DrawnStoryboard = {
  bytes: Uint8Array
  frames: number
  columns: number
  /** Pixels of one frame, the same for all. */
  frameWidth: number
  frameHeight: number
  everySeconds: number
}

/** Loudness along a sound in equal steps, each the loudest moment of its step: 0 to 1. */
export type Waveform = { seconds: number; peaks: number[] }

/** A PDF made of another document; there as long as it is used. */
export type MadePdf = { path: string; bytes(): Readable }

/**
 * A file that a tool made, too large for memory perhaps. It has no name any more: nothing of it is left once its bytes
 * were read to their end or destroyed, which whoever asked for it must do.
 */
export type MadeFile = { bytes: Readable; size: number }

/** What a library says of an asset, to be written into a copy of its file; what is empty stays as the file has it. */
export type WrittenWords = { description: string; author: string; copyright: string; keywords: readonly string[] }

/** The file may be sound, but what it takes to draw or read it is more time or memory than is allowed. */
export class OverLimit extends Error {}

/** What worked on the file was ended before it was done. Another attempt may succeed. */
export class ToolEnded extends Error {}

/** The document has fewer pages. */
export class PageOutside extends Error {}

/** The area to be cut out is not all within the picture. */
export class CropOutside extends Error {}

/** The file can't be what it says: empty, truncated, another kind, over a limit. `message` is for the person who sent it. */
export class UnsoundFile extends Error {}

/**
 * Foreign code on foreign files: every call runs outside the server's process, with limits on pixels, time and
 * memory; a crash or a hang rejects and costs this call alone.
 */
export interface MediaTools {
  /** Rejects with `UnsoundFile` when the content does not fit its kind. */
  identify(path: string, fileName: string, signal?: AbortSignal): Promise<Identified>
  readMetadata(path: string, identified: Identified, signal?: AbortSignal): Promise<FileMetadata>
  /** XML of everything that can be extracted, without any path of this machine. */
  metadataXml(path: string, fileName: string, signal?: AbortSignal): Promise<string>
  /**
   * Pictures of the content, in the order wanted: first page or first frame, sRGB, upright, longest side at most
   * `longestSide` and never larger than the original; what has no pixels (PDF, SVG) is drawn at the size wanted.
   * `null`: this kind can't be drawn here. Rejects with `UnsoundFile` when it should but can't, and with
   * `CropOutside`.
   */
  draw(
    path: string,
    identified: Identified,
    wanted: readonly WantedPicture[],
    signal?: AbortSignal,
  ): Promise<Picture[] | null>
  /**
   * Another page than the first of what has pages of its own, from 1 on. `null`: no pages, or not to be read here.
   * Rejects with `PageOutside` beyond the last one, else as `draw` does.
   */
  drawPage(
    path: string,
    identified: Identified,
    page: number,
    wanted: readonly WantedPicture[],
    signal?: AbortSignal,
  ): Promise<Picture[] | null>
  /** Of a PDF; `null`: no pages of its own, or not to be read here. */
  measurePages(path: string, identified: Identified, signal?: AbortSignal): Promise<PagesMeasured | null>
  /**
   * Makes a PDF of an office document and gives it to `use`. `null`: no office document, no office program here, or
   * one that it can't read.
   */
  withPdf<T>(
    path: string,
    identified: Identified,
    use: (pdf: MadePdf) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T | null>
  /** Text inside a document, at most `longestText` characters; empty where there is none or none can be read here. */
  readText(path: string, identified: Identified, signal?: AbortSignal): Promise<string>
  /** `null`: no film, or none that can be read here. */
  drawStoryboard(path: string, identified: Identified, signal?: AbortSignal): Promise<DrawnStoryboard | null>
  /** `null`: no sound in it, or none that can be read here. */
  measureSound(path: string, identified: Identified, signal?: AbortSignal): Promise<Waveform | null>
  /** Tools, by the names of `report`, that files of this kind need and this machine lacks. */
  lacking(identified: Identified): Promise<string[]>
  /** One such picture that never lies in the server's memory. */
  drawAsFile(
    path: string,
    identified: Identified,
    wanted: WantedPicture,
    signal?: AbortSignal,
  ): Promise<MadeFile | null>
  /**
   * What every browser plays: of a film an MP4 (H.264, AAC, at most 720p, beginning before it is all there), of a sound
   * an MP3. `as it is`: the file is that already, and `isApart` does not ask for another one all the same. `null`: not
   * to be made on this machine. Rejects with `UnsoundFile` when there is nothing to play. Takes as long as it takes,
   * behind all other work, and tells every second how much is done, 0 to 1.
   */
  makePlayable(
    path: string,
    identified: Identified,
    asked: { isApart: boolean; onProgress?: (done: number) => void },
    signal?: AbortSignal,
  ): Promise<MadeFile | 'as it is' | null>
  /** A copy of the file that carries these words as XMP, IPTC and EXIF. `null`: its kind, or this very file, can't. */
  writeWords(path: string, identified: Identified, words: WrittenWords, signal?: AbortSignal): Promise<MadeFile | null>
  /** The same for a drawing of our own, such as an icon. */
  drawSvg(svg: string, wanted: readonly WantedPicture[], signal?: AbortSignal): Promise<Picture[]>
  /** What is missing on this machine and which package brings it; for `descant doctor`. */
  report(): Promise<{ tool: string; version: string | null; neededFor: string; debianPackage: string | null }[]>
  close(): Promise<void>
}
