/** What the main thread asks of the thread that owns the writing connections. Answers come in the order asked. */
export type WriterRequest = { id: number; path: string } & (
  | { kind: 'open' }
  | { kind: 'run'; sql: string; parameters: readonly unknown[] }
  | { kind: 'script'; sql: string }
  | { kind: 'close' }
)

export type WriterAnswer =
  | { id: number; rows: unknown[]; affected: number }
  | { id: number; failed: { message: string; errcode: number | null } }
