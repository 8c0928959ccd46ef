import type { UploadSetting, UploadStatusList } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'

/** The form to post files with. */
export const uploadSetting = (dam: Dam) => dam.json<UploadSetting>('/api/v1/upload/setting')

/** What became of the files of the last hours. */
export const uploadStatuses = (dam: Dam) =>
  dam.json<UploadStatusList>('/api/v1/upload/status', { query: { hours: 24 } })
