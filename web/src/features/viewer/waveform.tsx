import { useId } from 'react'

const height = 96
const barWidth = 4

/** Loudness from the beginning to the end; what has been played is in colour. */
export function Waveform({ peaks, played }: { peaks: number[]; played: number }) {
  const clip = useId()
  const bars = fewer(peaks, 200)
  const path = bars
    .map((peak, index) => {
      const half = Math.max(1.5, (peak * height) / 2)
      return `M${index * barWidth + 0.5} ${height / 2 - half}h3v${2 * half}h-3z`
    })
    .join('')
  const width = bars.length * barWidth

  return (
    <svg className="waveform" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <clipPath id={clip}>
        <rect width={width * played} height={height} />
      </clipPath>
      <path d={path} className="waveform-rest" />
      <path d={path} className="waveform-played" clipPath={`url(#${clip})`} />
    </svg>
  )
}

/** At most so many, each the loudest of its part. */
function fewer(peaks: number[], most: number): number[] {
  if (peaks.length <= most) return peaks
  return Array.from({ length: most }, (_, index) =>
    Math.max(
      ...peaks.slice(Math.floor((index * peaks.length) / most), Math.floor(((index + 1) * peaks.length) / most)),
    ),
  )
}
