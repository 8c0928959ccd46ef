import type { Control } from '../../domain/ports/control.ts'
import type { Libraries } from '../../domain/ports/library.ts'

export type Database = { control: Control; libraries: Libraries; close(): Promise<void> }
