import type { Identified, PagesMeasured, Picture, WantedPicture } from '../../../domain/ports/media-tools.ts'

/** What the child is asked; everything foreign code does to a foreign file, but for exiftool and ffmpeg. */
export type Task =
  | { do: 'identify'; path: string; fileName: string; maxPixels: number }
  | { do: 'draw-picture'; source: string | Uint8Array; wanted: readonly WantedPicture[]; maxPixels: number }
  | { do: 'draw-svg'; source: string | Uint8Array; wanted: readonly WantedPicture[]; maxPixels: number }
  | { do: 'draw-pdf'; path: string; page: number; wanted: readonly WantedPicture[]; maxPixels: number }
  | { do: 'draw-psd' | 'draw-heic' | 'draw-packed'; path: string; wanted: readonly WantedPicture[]; maxPixels: number }
  | { do: 'draw-text'; path: string; contentType: string; wanted: readonly WantedPicture[]; maxPixels: number }
  | { do: 'read-text'; path: string; contentType: string; maxPages: number }
  | { do: 'measure-pages'; path: string }
  | { do: 'measure'; path: string }

export type PixelMeasures = { width: number; height: number; dpi: number | null }

type Answers = {
  identify: Identified
  'draw-picture': Picture[] | null
  'draw-svg': Picture[]
  'draw-pdf': Picture[] | null
  'draw-psd': Picture[] | null
  'draw-heic': Picture[] | null
  'draw-packed': Picture[] | null
  'draw-text': Picture[] | null
  'read-text': string
  'measure-pages': PagesMeasured | null
  measure: PixelMeasures
}
export type AnswerTo<Asked extends Task> = Answers[Asked['do']]

/** Which class an error is of; classes do not pass between processes. */
export type Refused = { kind: 'unsound' | 'crop outside' | 'page outside' | 'failed'; message: string }
export type Reply = { answer: unknown } | { refusal: Refused }
