import type { AccountId } from '../account/account.ts'
import type { AssetId } from '../asset/asset.ts'
import type { VersionId } from '../asset/version.ts'
import type { Clock } from '../ports/clock.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { ShareId } from '../sharing/share.ts'
import { type Edit, type EditName, editName, extensionOf } from './edit.ts'
import type { Transcription } from './transcription.ts'
import { withExtension } from './with-extension.ts'

/** Which bytes an address leads to. The name is for people and programs that look at addresses; it is not signed. */
export type AddressSubject = {
  accountId: AccountId
  assetId: AssetId
  versionId: VersionId
  fileName: string
  /** Good only as long as this share is, and for what it allows. */
  share?: ShareId
}

export type AddressKind =
  | 'original'
  | 'described'
  | 'preview'
  | 'trashed'
  | 'page'
  | 'storyboard'
  | 'waveform'
  | 'play'
  | 'metadata'
  | Transcription
  | EditName

/** What an address claims, as read from its path. */
export type AddressClaim = Omit<AddressSubject, 'fileName'> & {
  kind: AddressKind
  /** Unix seconds. */
  expires: number
  signature: string
}

/** Paths, without origin, that give bytes to whoever holds them, without a token, until they expire. */
export type SignedAddresses = {
  original(subject: AddressSubject): string
  /** The original with what the library says of it written into a copy. */
  described(subject: AddressSubject): string
  /** Ends in the size, which is not signed: a client may put another number. */
  preview(subject: AddressSubject, size: number): string
  /** Like a preview, of what lies in the trash. */
  trashed(subject: AddressSubject, size: number): string
  /** Ends in the page and the size, `1-800`, which are not signed: a client may put others. */
  page(subject: AddressSubject, page: number, size: number): string
  /** A picture of frames. */
  storyboard(subject: AddressSubject): string
  /** JSON: `Waveform`. */
  waveform(subject: AddressSubject): string
  play(subject: AddressSubject): string
  metadata(subject: AddressSubject): string
  transcription(subject: AddressSubject, as: Transcription): string
  edit(subject: AddressSubject, edit: Edit): string
  verify(claim: AddressClaim): 'good' | 'expired' | 'forged'
  /** Unix seconds; addresses made now end then. Equal as long as this is equal. */
  expiry(): number
}

const tenMinutes = 600
const lifetime = 1800
const mostRemembered = 20_000

type Unsigned = Omit<AddressClaim, 'signature'>
const textOf = ({ kind, accountId, assetId, versionId, expires, share }: Unsigned): string =>
  [kind, accountId, assetId, versionId, expires, ...(share === undefined ? [] : [share])].join('/')

export function signedAddresses({ secrets, clock }: { secrets: Secrets; clock: Clock }): SignedAddresses {
  const sign = (claim: Unsigned) => secrets.sign('direct', textOf(claim))

  // A page of thumbnails asks for the same addresses again and again, and two hashes cost more than the bytes.
  const foundGood = new Set<string>()
  function isSigned(claim: AddressClaim): boolean {
    const whole = [textOf(claim), claim.signature].join('/')
    if (foundGood.has(whole)) return true
    if (!secrets.equal(sign(claim), claim.signature)) return false
    if (foundGood.size >= mostRemembered) foundGood.clear()
    foundGood.add(whole)
    return true
  }

  // In steps, so that an address stays the same for a while: answers and pictures can be cached. It is good for
  // twenty to thirty minutes from when it was given.
  const expiry = () => Math.floor(clock.now() / 1000 / tenMinutes) * tenMinutes + lifetime

  function path(kind: AddressKind, subject: AddressSubject, end: string): string {
    const expires = expiry()
    const signature = sign({ ...subject, kind, expires })
    const bound = subject.share === undefined ? '' : `?share=${subject.share}`
    return `/direct/${kind}/${subject.assetId}/${subject.versionId}/${expires}/${signature}/${end}${bound}`
  }

  return {
    original: (subject) => path('original', subject, encodeURIComponent(subject.fileName)),
    described: (subject) => path('described', subject, encodeURIComponent(subject.fileName)),
    preview: (subject, size) => path('preview', subject, String(size)),
    trashed: (subject, size) => path('trashed', subject, String(size)),
    page: (subject, page, size) => path('page', subject, `${page}-${size}`),
    storyboard: (subject) => path('storyboard', subject, 'storyboard.jpg'),
    waveform: (subject) => path('waveform', subject, 'waveform.json'),
    play: (subject) => path('play', subject, encodeURIComponent(subject.fileName)),
    metadata: (subject) => path('metadata', subject, encodeURIComponent(`${subject.fileName}.xml`)),
    transcription: (subject, as) => path(as, subject, encodeURIComponent(subject.fileName)),
    edit: (subject, edit) =>
      path(editName(edit), subject, encodeURIComponent(withExtension(subject.fileName, extensionOf(edit)))),
    verify(claim) {
      if (!isSigned(claim)) return 'forged'
      return claim.expires * 1000 > clock.now() ? 'good' : 'expired'
    },
    expiry,
  }
}
