import type { AssetId } from '../asset/asset.ts'
import type { ListedUpload, Upload } from './upload.ts'

export interface UploadStore {
  insert(upload: Upload): Promise<void>
  find(id: AssetId): Promise<Upload | undefined>
  update(
    id: AssetId,
    fields: Partial<Pick<Upload, 'state' | 'message' | 'scheme' | 'takeInAnyway' | 'finishedAt'>>,
  ): Promise<void>
  /** Newest first. `by` is an e-mail address; `null`: everyone's. At most `limit`. */
  since(time: number, by: string | null, limit: number): Promise<ListedUpload[]>
  /** State Error, finished before `time`; their bytes may go. */
  failedBefore(time: number, limit: number): Promise<Upload[]>
  delete(id: AssetId): Promise<void>
  /** Uploads in any state with these bytes, in no order. Bytes that something uses must stay. */
  findByContent(sha256: string): Promise<Upload[]>
  countUnfinished(): Promise<number>
}
