/** Where a key leads in a grid read line by line; `null` for keys that are not ours. */
export function indexAfterKey(
  key: string,
  index: number,
  { columns, count, rowsPerPage }: { columns: number; count: number; rowsPerPage: number },
): number | null {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: columns * rowsPerPage,
    PageUp: -columns * rowsPerPage,
    Home: -index,
    End: count - 1 - index,
  }
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (step === undefined) return null
  const next = index + step
  const sideways = Math.abs(step) === 1
  if (next < 0) return sideways || key === 'PageUp' ? 0 : index
  if (next < count) return next
  // Down from the last full line reaches a shorter one's end.
  const onLastLine = Math.floor(index / columns) === Math.floor((count - 1) / columns)
  return onLastLine ? index : count - 1
}
