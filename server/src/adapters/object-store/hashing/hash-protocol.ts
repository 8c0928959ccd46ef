export type Hashes = { sha256: string; md5: string }

/** About one file, named by a number. `size`: how long it is by now, or that this is all of it. */
export type HashRequest = { id: number } & ({ path: string; size: number; isAll: boolean } | { isDropped: true })

/** One for each file: after all of it, or at the first failure. None after it was dropped. */
export type HashResult = { id: number } & ({ hashes: Hashes } | { failed: string })
