import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useVisit } from '../../lib/visit.ts'
import type { UploadItem } from './upload-item.ts'
import { UploadLine } from './upload-line.tsx'
import { useUploadQueue } from './use-upload-queue.ts'

/** The files of an upload, of which only those in view are on the page: there may be thousands. */
export function UploadLines({ items }: { items: readonly UploadItem[] }) {
  const queue = useUploadQueue()
  const mayTakeIn = useVisit().session.role === 'admin'
  const list = useRef<HTMLElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current,
    estimateSize: () => 62,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 4,
  })

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled, by the keyboard too
    <section className="upload-lines" ref={list} tabIndex={0} aria-label="Files">
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <UploadLine item={item} queue={queue} mayTakeIn={mayTakeIn} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
