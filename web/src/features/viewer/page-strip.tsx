import type { ViewedPages } from '@descant/contract'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { pageAddress } from './pages.ts'
import { useSettled } from './use-settled.ts'

const rowHeight = 148

/** All pages small; one is a stop of the keyboard, the arrows lead to the others. */
export function PageStrip({
  pages,
  current,
  onGo,
}: {
  pages: ViewedPages
  current: number
  onGo: (page: number) => void
}) {
  const strip = useRef<HTMLElement>(null)
  const walking = useRef(false)
  const rows = useVirtualizer({
    count: pages.count,
    getScrollElement: () => strip.current,
    estimateSize: () => rowHeight,
    overscan: 3,
    paddingStart: 8,
    paddingEnd: 8,
  })

  useEffect(() => {
    rows.scrollToIndex(current - 1, { align: 'auto' })
    if (!walking.current) return
    const focus = () =>
      strip.current?.querySelector<HTMLElement>(`[data-page="${current}"]`)?.focus({ preventScroll: true })
    const frame = requestAnimationFrame(focus)
    return () => cancelAnimationFrame(frame)
  }, [current, rows])

  const onKeyDown = (event: KeyboardEvent) => {
    const next = pageAfter(event.key, current, pages.count)
    if (next === null) return
    event.preventDefault()
    walking.current = true
    onGo(next)
  }

  return (
    <nav className="page-strip" ref={strip} aria-label="Pages">
      <ol style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => (
          <li key={key} style={{ height: rowHeight, transform: `translateY(${start}px)` }}>
            <button
              type="button"
              data-page={index + 1}
              aria-label={`Page ${index + 1}`}
              aria-current={current === index + 1 ? 'page' : undefined}
              tabIndex={current === index + 1 ? 0 : -1}
              onClick={() => {
                walking.current = false
                onGo(index + 1)
              }}
              onKeyDown={onKeyDown}
            >
              <SmallPage src={pageAddress(pages, index + 1, 160)} />
              <span aria-hidden="true">{index + 1}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function SmallPage({ src }: { src: string }) {
  const settled = useSettled()
  return <span className="page-small">{settled && <img src={src} alt="" decoding="async" draggable={false} />}</span>
}

function pageAfter(key: string, page: number, count: number): number | null {
  if (key === 'ArrowDown' || key === 'ArrowRight') return Math.min(count, page + 1)
  if (key === 'ArrowUp' || key === 'ArrowLeft') return Math.max(1, page - 1)
  if (key === 'Home') return 1
  if (key === 'End') return count
  return null
}
