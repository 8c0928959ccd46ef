import type { Activity } from '../../domain/activity/activity.ts'
import type { Scheme } from '../../domain/asset/scheme.ts'

const kindOfFile: Record<Scheme, string> = {
  image: 'Image',
  video: 'Video',
  audio: 'Audio',
  document: 'Document',
  presentation: 'Presentation',
  other: 'File',
}

/** In the words of the published examples: what was previewed is always a file there. */
export function actionName({ kind, scheme, detail }: Pick<Activity, 'kind' | 'scheme' | 'detail'>): string {
  if (kind === 'previewed') return 'Previewed File'
  if (kind === 'shared') return `Shared to ${detail || 'Link'}`
  return `${kind === 'uploaded' ? 'Uploaded' : 'Downloaded'} ${kindOfFile[scheme]}`
}
