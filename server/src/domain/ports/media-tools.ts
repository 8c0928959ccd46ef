import type { Scheme } from '../asset/scheme.ts'
import type { Measures } from '../asset/version.ts'

/** What a file is, read from its content first and its name second. */
export type Identified = {
  scheme: Scheme
  contentType: string
  /** Lower case, without the dot. */
  extension: string
}

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
  /** The same for a drawing of our own, such as an icon. */
  drawSvg(svg: string, wanted: readonly WantedPicture[], signal?: AbortSignal): Promise<Picture[]>
  /** What is missing on this machine and which package brings it; for `descant doctor`. */
  report(): Promise<{ tool: string; version: string | null; neededFor: string; debianPackage: string | null }[]>
  close(): Promise<void>
}
