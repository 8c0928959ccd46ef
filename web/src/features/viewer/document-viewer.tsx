import './viewer.css'
import './document-viewer.css'
import type { ViewedPages } from '@descant/contract'
import { useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { DocumentTools } from './document-tools.tsx'
import { PagePicture } from './page-picture.tsx'
import { PageStrip } from './page-strip.tsx'
import { gap, type PageZoom, pageAddress, pageWidth, scaleOf, stepped } from './pages.ts'
import { useFullScreen } from './use-full-screen.ts'
import { usePageRows } from './use-page-rows.ts'
import { useSize } from './use-size.ts'

/** Every page of a document one under the other, of which only those in view exist. */
export function DocumentViewer({ pages, name }: { pages: ViewedPages; name: string }) {
  const viewer = useRef<HTMLElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const hasRoom = useMediaQuery('(min-width: 75em)', false, { getInitialValueInEffect: false })
  const [withStrip, setWithStrip] = useState<boolean | null>(null)
  const [zoom, setZoom] = useState<PageZoom>('width')
  const [shapes, setShapes] = useState<ReadonlyMap<number, number>>(new Map())
  const screen = useFullScreen(viewer)
  const size = useSize(frame)

  const firstShape = pages.width / pages.height
  const widthOf = (index: number) =>
    pageWidth(zoom, { frame: size, shape: shapes.get(index) ?? firstShape, points: pages.width })
  const heightOf = (index: number) => Math.round(widthOf(index) / (shapes.get(index) ?? firstShape))
  const { rows, page, goTo } = usePageRows(frame, { count: size.width === 0 ? 0 : pages.count, heightOf, zoom, size })
  const width = widthOf(page - 1)

  const learnShape = (index: number, shape: number) => {
    if (Math.abs((shapes.get(index) ?? firstShape) - shape) < 0.005) return
    setShapes((known) => new Map(known).set(index, shape))
    rows.resizeItem(index, Math.round(pageWidth(zoom, { frame: size, shape, points: pages.width }) / shape))
  }

  const zoomBy = (direction: 1 | -1) => setZoom(stepped(scaleOf(width, pages.width), direction))
  useShortcuts(
    ({ key }) => {
      if (key === '+' || key === '=') zoomBy(1)
      else if (key === '-') zoomBy(-1)
      else if (key === '0') setZoom('width')
      else if (key === '1') setZoom(1)
      else if (key.toLowerCase() === 'f' && screen !== null) screen.toggle()
      else return false
      return true
    },
    { first: true },
  )

  /** Up and down scroll, as anywhere; sideways turns the page while the pages have the focus. */
  const turn = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    goTo(page + by)
  }

  const showsStrip = pages.count > 1 && (withStrip ?? hasRoom)
  return (
    <section className="viewer document-viewer" ref={viewer} aria-label="Document">
      <DocumentTools
        page={page}
        count={pages.count}
        onGo={goTo}
        zoom={zoom}
        scale={scaleOf(width, pages.width)}
        onZoom={setZoom}
        onZoomBy={zoomBy}
        strip={pages.count > 1 ? { isOn: showsStrip, toggle: () => setWithStrip(!showsStrip) } : null}
        screen={screen}
      />
      <div className="document-columns">
        {showsStrip && <PageStrip pages={pages} current={page} onGo={goTo} />}
        {/* biome-ignore lint/a11y/useSemanticElements: nothing is filled in here */}
        <div
          className="document-frame"
          ref={frame}
          role="group"
          aria-label="Pages, one under the other"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled, by the keyboard too
          tabIndex={0}
          onKeyDown={turn}
        >
          <div className="document-pages" style={{ height: rows.getTotalSize(), minWidth: width + 2 * gap }}>
            {rows.getVirtualItems().map(({ index, key, start }) => (
              <div
                key={key}
                className="document-page"
                style={{ width: widthOf(index), height: heightOf(index), transform: `translate(-50%, ${start}px)` }}
              >
                <PagePicture
                  source={{
                    addressOf: (longest) => pageAddress(pages, index + 1, longest),
                    alt: `Page ${index + 1} of ${pages.count} of ${name}`,
                    shape: null,
                  }}
                  shown={Math.max(widthOf(index), heightOf(index)) * (window.devicePixelRatio || 1)}
                  onShape={(shape) => learnShape(index, shape.width / shape.height)}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}
