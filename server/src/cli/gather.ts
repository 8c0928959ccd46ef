/** For options that may be given several times: `--user A --user B`. */
export const gather = (value: string, before: readonly string[]): string[] => [...before, value]
