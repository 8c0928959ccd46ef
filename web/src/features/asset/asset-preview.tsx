import type { ContentDetails } from '@descant/contract'
import { SchemeIcon } from '@descant/ui'
import { useState } from 'react'
import { previewUrl } from '../../lib/preview-url.ts'

/** The asset itself as far as a browser can show it: played, drawn, or its kind's icon. */
export function AssetPreview({ asset }: { asset: ContentDetails }) {
  const [unplayable, setUnplayable] = useState(false)
  const [undrawable, setUndrawable] = useState<string | null>(null)
  const picture = previewUrl(asset.url, 800)
  const name = asset.description === '' ? `Preview of ${asset.name}` : asset.description

  if (asset.scheme === 'video' && !unplayable) {
    return (
      // biome-ignore lint/a11y/useMediaCaption: a person's own film brings no captions
      <video className="asset-media" poster={picture} controls preload="metadata" aria-label={asset.name}>
        <Sources asset={asset} onNone={() => setUnplayable(true)} />
      </video>
    )
  }
  if (asset.scheme === 'audio' && !unplayable) {
    return (
      <div className="asset-stage">
        <SchemeIcon scheme="audio" size={96} />
        {/* biome-ignore lint/a11y/useMediaCaption: a person's own sound brings no captions */}
        <audio controls preload="metadata" aria-label={asset.name}>
          <Sources asset={asset} onNone={() => setUnplayable(true)} />
        </audio>
      </div>
    )
  }
  if (picture === undefined || undrawable === picture) {
    return (
      <div className="asset-stage">
        <SchemeIcon scheme={asset.scheme} size={96} />
        <span>There is no preview of this file.</span>
      </div>
    )
  }
  return (
    <div className="asset-stage">
      <img src={picture} alt={name} width={asset.width} height={asset.height} onError={() => setUndrawable(picture)} />
    </div>
  )
}

/** The rendition made for playing, then the original, which many browsers can play as it is. */
function Sources({ asset: { url }, onNone }: { asset: ContentDetails; onNone: () => void }) {
  const sources = [url.directUrlPreviewPlay, url.directUrlOriginal].filter((source) => source !== undefined)
  return sources.map((source, index) => (
    // A browser tells each source that failed it, one after the other.
    <source key={source} src={source} onError={index === sources.length - 1 ? onNone : undefined} />
  ))
}
