import './viewer.css'
import type { ContentDetails, Viewing } from '@descant/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { viewingQuery } from '../../lib/api/viewing.ts'
import { previewUrl } from '../../lib/preview-url.ts'
import { useDam } from '../../lib/visit.ts'
import { AudioPlayer } from './audio-player.tsx'
import { DocumentViewer } from './document-viewer.tsx'
import { FilmComing } from './film-coming.tsx'
import { ImageViewer } from './image-viewer.tsx'
import { NoPicture } from './no-picture.tsx'
import { pictureAddress } from './picture-address.ts'
import { playAddresses } from './play-addresses.ts'
import type { Step } from './step.ts'
import { VideoPlayer } from './video-player.tsx'

/** The file itself as far as it can be shown: looked at, leafed through, played; else its kind and why. */
export function AssetViewer({ asset, step }: { asset: ContentDetails; step: Step }) {
  const viewing = useQuery(viewingQuery(useDam(), asset))
  const renew = () => void viewing.refetch()
  // A picture needs nothing more than its address: it does not wait for the answer.
  const isPicture = asset.scheme === 'image' || viewing.isError
  const seen = viewing.data ?? (isPicture ? aPicture : undefined)
  if (seen === undefined) return <div className="viewer viewer-coming" />
  return <Shown asset={asset} viewing={seen} step={step} renew={renew} />
}

type Seen = Omit<Viewing, 'preview'>

const aPicture: Seen = {
  isDrawn: true,
  why: null,
  pages: null,
  play: null,
  storyboard: null,
  waveform: null,
  isComing: false,
}

function Shown({
  asset,
  viewing,
  step,
  renew,
}: {
  asset: ContentDetails
  viewing: Seen
  step: Step
  /** Asks for addresses that last. */
  renew: () => void
}) {
  const [failed, setFailed] = useState<'to play' | 'to draw' | null>(null)
  const { scheme, name, url } = asset
  const addresses = playAddresses(viewing, url)
  const poster = viewing.isDrawn ? previewUrl(url, 800) : undefined
  const canPlay = failed === null && addresses.length > 0
  const seconds = Number(asset.metadata.Duration ?? 0) || 0

  if (scheme === 'video' && viewing.play?.status === 'coming')
    return <FilmComing poster={poster} done={viewing.play.done} />
  if (scheme === 'video' && canPlay) {
    return (
      <VideoPlayer
        // what has been made meanwhile needs another player; a newer address of the same does not
        key={viewing.play?.status}
        name={name}
        addresses={addresses}
        poster={poster}
        storyboard={viewing.storyboard}
        seconds={seconds}
        onAddressEnded={renew}
        onUnplayable={() => setFailed('to play')}
      />
    )
  }
  if (scheme === 'audio' && canPlay) {
    return (
      <AudioPlayer
        key={viewing.play?.status}
        name={name}
        addresses={addresses}
        cover={poster ?? null}
        peaks={viewing.waveform}
        seconds={seconds}
        onAddressEnded={renew}
        onUnplayable={() => setFailed('to play')}
      />
    )
  }
  if (viewing.pages !== null) return <DocumentViewer pages={viewing.pages} name={name} />
  if (!viewing.isDrawn || failed === 'to draw') {
    return <NoPicture scheme={scheme} why={viewing.why} isComing={viewing.isComing} />
  }
  return (
    <ImageViewer
      source={{
        addressOf: (size) => pictureAddress(asset, size),
        alt: asset.description === '' ? `Preview of ${name}` : asset.description,
        shape:
          asset.width === undefined || asset.height === undefined
            ? null
            : { width: Number(asset.width), height: Number(asset.height) },
      }}
      step={step}
      onUndrawable={() => setFailed('to draw')}
    />
  )
}
