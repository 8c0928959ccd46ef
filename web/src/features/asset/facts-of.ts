import type { ContentDetails, CustomField } from '@descant/contract'
import { dayIn, wordsOfDay } from '../../lib/calendar-day.ts'
import { formatBytes } from '../../lib/format-bytes.ts'
import { schemeWords } from '../../lib/scheme-words.ts'
import { momentOf } from '../../lib/wire-time.ts'
import type { Fact } from './facts-table.tsx'

/** Published facts that are not said in other words already. */
const alsoInDefault = ['Pages', 'Duration', 'Color', 'Creation Tool', 'GPS']

/** What a person wants to know of an asset at a glance. */
export function factsOf(asset: ContentDetails): Fact[] {
  return present({
    Kind: schemeWords[asset.scheme].one,
    Type: asset.default['Content Type'],
    Size: formatBytes(Number(asset.size)),
    Dimensions: asset.width !== undefined && asset.height !== undefined ? `${asset.width} × ${asset.height} px` : null,
    Resolution: asset.dpi === undefined ? null : `${asset.dpi} dpi`,
    Owner: asset.ownerName || asset.owner,
    Author: asset.default.Author,
    Copyright: asset.copyright ?? asset.default.Copyright,
    'Terms and conditions': asset.termsAndConditions,
    Added: momentOf(asset.created),
    'Last changed': momentOf(asset.time),
    'File uploaded': momentOf(asset.lastUploaded),
    'Made on': asset.default['Date created'] ? momentOf(asset.default['Date created']) : null,
    Status: asset.approvalStatus,
    'Last day of use': asset.expirationDate === undefined ? null : wordsOfDay(dayIn(asset.expirationDate)),
    ...Object.fromEntries(alsoInDefault.map((name) => [name, asset.default[name]])),
    MD5: asset.md5,
  })
}

export const customFactsOf = ({ additional }: ContentDetails, fields: readonly CustomField[]): Fact[] =>
  present(
    Object.fromEntries(
      fields.map(({ name, type }) => {
        const value = [additional[name] ?? []].flat().join(' · ')
        return [name, type === 'DATE' && value !== '' ? wordsOfDay(dayIn(value)) : value]
      }),
    ),
  )

export const metadataFactsOf = ({ metadata }: ContentDetails): Fact[] => present(metadata)

const present = (values: Record<string, string | null | undefined>): Fact[] =>
  Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value }] : []))
