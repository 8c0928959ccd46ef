import type { Scheme } from '../asset/scheme.ts'
import type { Identified } from '../ports/media-tools.ts'

const extensions: Partial<Record<Scheme, string>> = {
  image: 'jpg jpeg png gif webp avif heic heif tif tiff bmp svg psd raw dng cr2 cr3 nef arw raf orf rw2',
  video: 'mp4 m4v mov avi mkv webm mpg mpeg wmv flv 3gp mts',
  audio: 'mp3 wav flac aac m4a ogg oga opus aif aiff wma',
  document: 'pdf txt rtf doc docx odt xls xlsx ods csv epub md ai eps indd',
  presentation: 'ppt pptx key odp',
}

/** What a file's name claims: for files whose content can't tell, and that someone wants all the same. */
export function identifyByName(fileName: string): Identified {
  const extension = /\.([^.\s]{1,20})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const found = (Object.keys(extensions) as Scheme[]).find((scheme) =>
    extensions[scheme]?.split(' ').includes(extension),
  )
  return { scheme: found ?? 'other', contentType: 'application/octet-stream', extension }
}
