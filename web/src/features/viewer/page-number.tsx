import { type FormEvent, useEffect, useState } from 'react'

/** Which page one sees, and a way to any other. */
export function PageNumber({ page, count, onGo }: { page: number; count: number; onGo: (page: number) => void }) {
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])

  const go = (event: FormEvent) => {
    event.preventDefault()
    const wanted = Math.round(Number(typed))
    if (Number.isFinite(wanted) && typed.trim() !== '') onGo(Math.max(1, Math.min(wanted, count)))
    else setTyped(String(page))
  }

  return (
    <form className="page-number" onSubmit={go}>
      <input
        aria-label={`Page, of ${count.toLocaleString()}`}
        inputMode="numeric"
        autoComplete="off"
        size={String(count).length + 1}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={go}
      />
      <span aria-hidden="true">of {count.toLocaleString()}</span>
    </form>
  )
}
