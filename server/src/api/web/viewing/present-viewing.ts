import type { Viewing } from '@descant/contract'
import type { PagesMeasured, Waveform } from '../../../domain/ports/media-tools.ts'
import type { Glance } from '../../../domain/rendition/kept-json.ts'
import type { StoryboardLayout } from '../../../domain/rendition/open-storyboards.ts'
import type { Playable } from '../../../domain/rendition/playable.ts'
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
  play,
}: {
  origin: string
  addresses: SignedAddresses
  subject: AddressSubject
  isDrawn: boolean
  why: string | null
  page: Glance<PagesMeasured>
  storyboard: Glance<StoryboardLayout>
  waveform: Glance<Waveform>
  play: Playable | null
}): Viewing {
  const measured = made(page)
  const layout = made(storyboard)
  return {
    preview: origin + addresses.preview(subject, usualSize),
    isDrawn,
    why: play?.status === 'failed' ? play.why : why,
    pages: measured && {
      ...measured,
      address: origin + addresses.page(subject, 1, usualSize).replace(`1-${usualSize}`, '{page}-{size}'),
    },
    play: play && {
      status: play.status,
      address: play.status === 'ready' ? origin + addresses.play(subject) : null,
      done: play.status === 'coming' ? play.done : null,
    },
    storyboard: layout && { ...layout, address: origin + addresses.storyboard(subject) },
    waveform: made(waveform)?.peaks ?? null,
    isComing: [page, storyboard, waveform, play].some((one) => one?.status === 'coming'),
  }
}

const made = <T>(glance: Glance<T>): T | null => (glance.status === 'ready' ? glance.value : null)
