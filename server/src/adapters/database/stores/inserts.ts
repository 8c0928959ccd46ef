/** Rows in groups that fit one statement: databases limit the number of its parameters. Of none: no group. */
export function* inserts<Row>(rows: readonly Row[], rowsPerInsert = 1000): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += rowsPerInsert) yield rows.slice(at, at + rowsPerInsert)
}
