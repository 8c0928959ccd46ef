import type { ContentDetails, Preset } from '@descant/contract'
import { formatBytes } from '../../lib/format-bytes.ts'

export type DownloadChoice = { path: string; label: string; about: string }
export type DownloadGroup = { heading: string; choices: DownloadChoice[] }

/** Everything that can be had of an asset, by the published addresses. */
export function downloadsOf(asset: ContentDetails, presets: readonly Preset[]): DownloadGroup[] {
  const { scheme, id } = asset
  const base = `/api_binary/v1/${scheme}/${id}`
  const groups: DownloadGroup[] = [
    {
      heading: 'The file',
      choices: [
        { path: `${base}?embedMetadata=false`, label: 'Original', about: formatBytes(Number(asset.size)) },
        {
          path: `${base}?embedMetadata=true`,
          label: 'With what the library says of it',
          about: 'Description, author, copyright and keywords written into a copy',
        },
      ],
    },
    { heading: 'Other formats', choices: formatsOf(asset, base) },
    { heading: 'Sizes', choices: scheme === 'image' ? presets.map((preset) => ofPreset(id, preset)) : [] },
    { heading: 'About it', choices: [{ path: `${base}/metadata`, label: 'Metadata', about: 'XML' }] },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}

function formatsOf({ scheme, url }: ContentDetails, base: string): DownloadChoice[] {
  const offered: [string | undefined, DownloadChoice][] = [
    [url.PNG, { path: `${base}/PNG`, label: 'PNG', about: 'Full size, nothing lost' }],
    [url.HighJPG, { path: `${base}/HighJPG`, label: 'JPEG, high quality', about: 'Full size' }],
    [url.LowJPG, { path: `${base}/LowJPG`, label: 'JPEG, small', about: 'At most 1,200 pixels' }],
    [
      url.play,
      scheme === 'audio'
        ? { path: `${base}/play`, label: 'MP3', about: 'Plays everywhere' }
        : { path: `${base}/play`, label: 'MP4', about: 'At most 720p, plays everywhere' },
    ],
  ]
  return offered.flatMap(([address, choice]) => (address === undefined ? [] : [choice]))
}

const ofPreset = (id: string, { id: preset, name, width, height, keepAspectRatio }: Preset): DownloadChoice => ({
  path: `/api_binary/v1/advance/image/${id}/download?${new URLSearchParams({ preset })}`,
  label: name,
  about: `${keepAspectRatio ? 'At most ' : ''}${width} × ${height} px`,
})
