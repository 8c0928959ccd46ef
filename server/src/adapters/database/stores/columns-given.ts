type Given<Columns> = { [Name in keyof Columns]?: Exclude<Columns[Name], undefined> }

/** The columns that have a value, `null` being one; `undefined` when none has and there is nothing to update. */
export function columnsGiven<Columns extends Record<string, unknown>>(columns: Columns): Given<Columns> | undefined {
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  return given.length === 0 ? undefined : (Object.fromEntries(given) as Given<Columns>)
}
