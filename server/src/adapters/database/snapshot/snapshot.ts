export type SnapshotTable = { name: string; columns: readonly string[] }

/** One value of a row, as both databases give it. */
export type SnapshotValue = string | number | null

/** A row that names an object and what its bytes are: a version, an upload. */
export type NamingRow = { table: string; object: string; size: number; sha256: string; md5: string }

/** The control database (`control`) or one account's library (the account's id), as it stood at one moment. */
export interface SnapshotPart {
  readonly name: string
  /** The migrations that made its tables, by name. */
  readonly migrations: readonly string[]
  /** By name; without the migrations' own. */
  readonly tables: readonly SnapshotTable[]
  /** In no order. One such reading at a time, over all parts. */
  rows(table: SnapshotTable): AsyncIterable<readonly SnapshotValue[]>
  /** Every row, in whichever table, that says which object holds its bytes; ascending by object. */
  namingRows(): AsyncIterable<NamingRow>
  /** What the product finds wrong with its own files, in its words; `quick` leaves out what takes long. */
  faults(quick: boolean): Promise<string[]>
}

/** What an installation's databases held at one moment. The server goes on; nothing here waits for it or holds it up. */
export interface DatabaseSnapshot {
  readonly product: 'sqlite' | 'postgres'
  /** The control's part first. */
  readonly parts: readonly SnapshotPart[]
  close(): Promise<void>
}

export const controlPart = 'control'
