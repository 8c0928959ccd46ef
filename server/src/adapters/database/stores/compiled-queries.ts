import type { CompiledQuery } from 'kysely'

/** Statements of one library that are put together once: measured, that takes longer than to run them. */
export class CompiledQueries {
  readonly #kept = new Map<string, CompiledQuery<unknown>>()

  /** With these parameters; `compile` makes the same of a name each time, whatever its parameters. */
  with<Row>(name: string, parameters: readonly unknown[], compile: () => CompiledQuery<Row>): CompiledQuery<Row> {
    const known = this.#kept.get(name) as CompiledQuery<Row> | undefined
    const compiled = known ?? compile()
    this.#kept.set(name, compiled)
    return { ...compiled, parameters }
  }
}
