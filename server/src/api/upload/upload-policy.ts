import type { AccountId } from '../../domain/account/account.ts'
import type { PortalId } from '../../domain/portal/portal.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { Secrets } from '../../domain/ports/secrets.ts'
import { FormRefused } from '../http/form/form-refused.ts'

/**
 * The subset of S3's POST policies that the published API uses: an expiration, exact and `starts-with` conditions, a
 * `content-length-range`. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 * Ours goes further in one point: a `starts-with` on `$x-amz-meta-` allows every field that begins so.
 */
type Condition = Exact | ['starts-with', string, string] | ['content-length-range', number, number]
type Exact = Record<string, string>
type Policy = { expiration: string; conditions: Condition[] }

/** Names of the form's fields in lower case, with their values. */
export type FormFields = ReadonlyMap<string, string>

/** `portalId`: where the form was asked for; `null`: in the main library. */
export type Uploader = { accountId: AccountId; portalId: PortalId | null; email: string }
export type SignedForm = { AWSAccessKeyId: string; Policy: string; key: string; Signature: string; acl: string }
type Deps = { secrets: Secrets; clock: Clock }

const accessKeyId = 'DESCANT'
const fiveHours = 5 * 3_600_000
const purpose = 'upload-policy'
const fileName = `$\{filename}`

/** What this uploader may post until five hours from now. The key says who it is; the signature covers it. */
export function signForm({ secrets, clock }: Deps, by: Uploader, maxBytes: number): SignedForm {
  const folder = folderOf(by)
  const policy: Policy = {
    expiration: new Date(clock.now() + fiveHours).toISOString(),
    conditions: [
      { acl: 'private' },
      ['starts-with', '$key', folder],
      ['starts-with', '$x-amz-meta-', ''],
      ['starts-with', '$refer', ''],
      ['starts-with', '$success_action_status', ''],
      ['starts-with', '$Content-Type', ''],
      ['content-length-range', 0, maxBytes],
    ],
  }
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64')
  return {
    AWSAccessKeyId: accessKeyId,
    Policy: encoded,
    key: folder + fileName,
    Signature: secrets.sign(purpose, encoded),
    acl: 'private',
  }
}

/** Who posts and how much they may, if the form is one that we signed; else it is refused. */
export function checkForm({ secrets, clock }: Deps, fields: FormFields): Uploader & { maxBytes: number } {
  const encoded = fields.get('policy') ?? ''
  if (encoded === '') throw new FormRefused('AccessDenied', 'The form has no Policy')
  if (fields.get('awsaccesskeyid') !== accessKeyId) {
    throw new FormRefused('InvalidAccessKeyId', 'The AWSAccessKeyId is not the one of the upload setting')
  }
  if (!secrets.equal(secrets.sign(purpose, encoded), fields.get('signature') ?? '')) {
    throw new FormRefused('SignatureDoesNotMatch', 'The Signature does not belong to the Policy')
  }

  const policy = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Policy
  if (Date.parse(policy.expiration) <= clock.now()) throw against('Policy expired')
  for (const condition of policy.conditions) checkCondition(condition, fields)
  for (const name of fields.keys()) {
    if (!outsideOfPolicy.has(name) && !policy.conditions.some((condition) => allows(condition, name))) {
      throw against(`Extra input fields: ${name}`)
    }
  }
  return { ...uploaderOf(policy), maxBytes: maxBytesOf(policy) }
}

const outsideOfPolicy = new Set(['policy', 'signature', 'awsaccesskeyid'])

function checkCondition(condition: Condition, fields: FormFields): void {
  if (!Array.isArray(condition)) {
    for (const [name, value] of Object.entries(condition)) {
      if (fields.get(name.toLowerCase()) !== value)
        throw against(`Policy Condition failed: ["eq", "$${name}", "${value}"]`)
    }
  } else if (condition[0] === 'starts-with') {
    const [, field, start] = condition
    const value = fields.get(field.slice(1).toLowerCase()) ?? ''
    if (!value.startsWith(start)) throw against(`Policy Condition failed: ${JSON.stringify(condition)}`)
  }
}

function allows(condition: Condition, name: string): boolean {
  if (!Array.isArray(condition)) return Object.keys(condition).some((field) => field.toLowerCase() === name)
  if (condition[0] !== 'starts-with') return false
  const field = condition[1].slice(1).toLowerCase()
  return field === name || (field.endsWith('-') && name.startsWith(field))
}

const folderOf = ({ accountId, portalId, email }: Uploader): string =>
  `${accountId}${portalId === null ? '' : `.${portalId}`}/${email}/`

/** From the signed condition, not from the key that was posted. An account's id has no slash; an address may have. */
function uploaderOf({ conditions }: Policy): Uploader {
  const folder = conditions.find((condition) => Array.isArray(condition) && condition[1] === '$key')?.[2]
  const [, accountId, portalId = null, email] = /^([^/.]+)(?:\.([^/]+))?\/(.+)\/$/.exec(String(folder)) ?? []
  if (!accountId || !email) throw against('it names nobody')
  return { accountId: accountId as AccountId, portalId: portalId as PortalId | null, email }
}

function maxBytesOf({ conditions }: Policy): number {
  const most = conditions.find((condition) => Array.isArray(condition) && condition[0] === 'content-length-range')?.[2]
  if (typeof most !== 'number') throw against('it has no content-length-range')
  return most
}

const against = (why: string) => new FormRefused('AccessDenied', `Invalid according to Policy: ${why}`)
