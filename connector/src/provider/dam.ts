/** What a DAM says about one file. */
export type DamAsset = {
  id: string
  scheme: string
  name: string
  /** Bytes. */
  size: number
  /** Lower-case hex; `null` where the DAM does not say. */
  md5: string | null
  /** Differs for every version. */
  lastUploaded: string
  keywords: string[]
  tags: string[]
  description: string
  owner: string
  width: number | null
  height: number | null
  /** The asset's page in the DAM. */
  pageUrl: string | null
  downloadUrl: string
  previewUrl: string | null
}

/** `unknown`: the server has no change feed; `too-old`: the cursor has left it, so look at everything again. */
export type Changes =
  | { feed: 'unknown' }
  | { feed: 'too-old' }
  | { feed: 'read'; cursor: string; more: boolean; assets: { id: string; scheme: string; isDeleted: boolean }[] }

export type Original = {
  body: AsyncIterable<Uint8Array>
  /** First byte in `body`; 0 unless a part was asked for and given. */
  from: number
  /** A strong validator, when the server gives one. */
  etag: string | null
}

/** A library elsewhere, seen through one person's grant. Calls reject with the failures of `failures.ts`. */
export interface Dam {
  /** Every file that may carry the keyword, page by page. A file may come twice or not at all while the library changes. */
  mayCarry(keyword: string, options: { hasFeed: boolean; signal: AbortSignal }): AsyncIterable<DamAsset>
  /** One file as it is now; `null` when it is gone or may not be seen. */
  find(reference: { id: string; scheme: string }, signal: AbortSignal): Promise<DamAsset | null>
  /** What changed after `since` (`null`: as far back as is kept). Waits up to `waitSeconds` for something to happen. */
  changes(since: string | null, options: { waitSeconds: number; signal: AbortSignal }): Promise<Changes>
  /** The bytes as they were uploaded, or their rest after `resume.from` if the file is still the one named. */
  original(asset: DamAsset, options: { resume: Resume | null; signal: AbortSignal }): Promise<Original>
  /** A small picture of the file; `null` when there is none. */
  preview(asset: DamAsset, signal: AbortSignal): Promise<Uint8Array | null>
}

export type Resume = { from: number; etag: string }
