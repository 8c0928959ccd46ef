/** What the one who keeps a snapshot wants to know of it: where in the change log it stands, whose it is. */
export type SnapshotHeader = { readonly [name: string]: string | number }

/** A snapshot that is damaged, cut short, of another format or no snapshot at all; the message says which. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused'
}
