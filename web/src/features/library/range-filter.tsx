import './range-filter.css'
import { TextInput } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { parseRange, writeRange } from '../../lib/range.ts'

/** From and to of a number or a day. Asks when somebody leaves the field or presses Enter. */
export function RangeFilter({
  label,
  kind,
  written,
  onChange,
}: {
  label: string
  kind: 'number' | 'day'
  /** `3..5`; empty: any. */
  written: string
  onChange: (written: string | null) => void
}) {
  const [range, setRange] = useState(() => parseRange(written))
  // the address changed by other means: Back, a filter that was taken off
  useEffect(() => setRange(parseRange(written)), [written])

  const ask = () => {
    const next = writeRange(range)
    if ((next ?? '') !== written) onChange(next)
  }

  const field = (end: 'from' | 'to', word: string) => (
    <TextInput
      aria-label={`${label}, ${word.toLowerCase()}`}
      placeholder={word}
      {...(kind === 'day' ? { type: 'date' } : { inputMode: 'decimal' as const })}
      value={range[end]}
      autoComplete="off"
      onChange={(event) => setRange({ ...range, [end]: event.currentTarget.value })}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') ask()
      }}
    />
  )

  return (
    <fieldset
      className="range-filter"
      data-days={kind === 'day'}
      onBlur={(event: FocusEvent<HTMLFieldSetElement>) => {
        // going from one end to the other is not leaving
        if (!event.currentTarget.contains(event.relatedTarget)) ask()
      }}
    >
      <legend>{label}</legend>
      <div>
        {field('from', 'From')}
        {field('to', 'To')}
      </div>
    </fieldset>
  )
}
