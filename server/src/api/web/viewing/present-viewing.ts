import type { Viewing } from '@descant/contract'
import type { PagesMeasured, Waveform } from '../../../domain/ports/media-tools.ts'
import type { Glance } from '../../../domain/rendition/kept-json.ts'
import type { StoryboardLayout } from '../../../domain/rendition/open-storyboards.ts'
import type { AddressSubject, SignedAddresses } from '../../../domain/rendition/signed-address.ts'

const usualSize = 800

export function presentViewing({
  origin,
  addresses,
  subject,
  isDrawn,
  why,
  page,
  storyboard,
  waveform,
}: {
  origin: string
  addresses: SignedAddresses
  subject: AddressSubject
  isDrawn: boolean
  why: string | null
  page: Glance<PagesMeasured>
  storyboard: Glance<StoryboardLayout>
  waveform: Glance<Waveform>
}): Viewing {
  const measured = valueOf(page)
  const layout = valueOf(storyboard)
  return {
    preview: origin + addresses.preview(subject, usualSize),
    isDrawn,
    why,
    pages: measured && {
      ...measured,
      address: origin + addresses.page(subject, 1, usualSize).replace(`1-${usualSize}`, '{page}-{size}'),
    },
    play: null,
    storyboard: layout && { ...layout, address: origin + addresses.storyboard(subject) },
    waveform: valueOf(waveform)?.peaks ?? null,
    isComing: [page, storyboard, waveform].some(({ status }) => status === 'coming'),
  }
}

const valueOf = <T>(glance: Glance<T>): T | null => (glance.status === 'ready' ? glance.value : null)
