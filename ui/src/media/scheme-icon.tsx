import { IconFile, IconFileText, IconMusic, IconPhoto, IconPresentation, IconVideo } from '@tabler/icons-react'

const icons = {
  image: IconPhoto,
  video: IconVideo,
  audio: IconMusic,
  document: IconFileText,
  presentation: IconPresentation,
  other: IconFile,
}

/** One of the six kinds of asset; anything else is drawn as a plain file. */
export function SchemeIcon({ scheme, size = 20 }: { scheme: string; size?: number }) {
  const Icon = icons[scheme as keyof typeof icons] ?? IconFile
  return <Icon size={size} stroke={1.5} aria-hidden="true" />
}
