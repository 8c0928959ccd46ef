import type { ContentDetails } from '@descant/contract'
import { SchemeIcon } from '@descant/ui'
import { useState } from 'react'
import { previewUrl } from '../../lib/preview-url.ts'

/** The asset itself as far as a browser can show it: played, drawn, or its kind's icon. */
export function AssetPreview({ asset }: { asset: ContentDetails }) {
  const [failed, setFailed] = useState<string | null>(null)
  const picture = previewUrl(asset.url, 800)
  const playable = asset.url.directUrlPreviewPlay

  if (playable !== undefined && asset.scheme === 'video') {
    return (
      // biome-ignore lint/a11y/useMediaCaption: a person's own film brings no captions
      <video
        className="asset-media"
        src={playable}
        poster={picture}
        controls
        preload="metadata"
        aria-label={asset.name}
      />
    )
  }
  if (playable !== undefined && asset.scheme === 'audio') {
    return (
      <div className="asset-stage">
        <SchemeIcon scheme="audio" size={96} />
        {/* biome-ignore lint/a11y/useMediaCaption: a person's own sound brings no captions */}
        <audio src={playable} controls preload="metadata" aria-label={asset.name} />
      </div>
    )
  }
  if (picture === undefined || failed === picture) {
    return (
      <div className="asset-stage">
        <SchemeIcon scheme={asset.scheme} size={96} />
        <span>There is no preview of this file.</span>
      </div>
    )
  }
  return (
    <div className="asset-stage">
      <img
        src={picture}
        alt={asset.description === '' ? `Preview of ${asset.name}` : asset.description}
        width={asset.width}
        height={asset.height}
        onError={() => setFailed(picture)}
      />
    </div>
  )
}
