import type { Control } from '../../domain/ports/control.ts'
import type { Libraries } from '../../domain/ports/library.ts'

/** `close` waits for transactions under way and closes both; a second time it does nothing. */
export type Database = { control: Control; libraries: Libraries; close(): Promise<void> }
