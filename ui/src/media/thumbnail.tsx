import './thumbnail.css'
import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { SchemeIcon } from './scheme-icon.tsx'

/** A picture in a square of its own, loaded when it comes near; the kind's icon where there is none. */
export function Thumbnail({
  src,
  srcSet,
  sizes,
  alt,
  scheme,
}: {
  src?: string | undefined
  /** The same in other sizes, and how wide it is shown, as browsers write them. */
  srcSet?: string | undefined
  sizes?: string | undefined
  alt: string
  scheme: string
}) {
  const [failedSrc, setFailedSrc] = useState<string | null>(null)
  const shown = src !== undefined && src !== '' && src !== failedSrc

  if (!shown) {
    return (
      <span className="thumbnail">
        <SchemeIcon scheme={scheme} size={44} />
        {alt !== '' && <VisuallyHidden>{alt}</VisuallyHidden>}
      </span>
    )
  }
  return (
    <span className="thumbnail">
      <img
        src={src}
        srcSet={srcSet}
        sizes={sizes}
        alt={alt}
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setFailedSrc(src)}
      />
    </span>
  )
}
