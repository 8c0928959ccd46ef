import type { UploadLinkBody } from '@descant/contract'
import { Invalid } from '../../domain/domain-error.ts'
import { endOfDay } from '../../domain/end-of-day.ts'
import type { NewUploadLink } from '../../domain/upload-link/create-upload-link.ts'

/** The body of #28. `editable` says nothing here. */
export function parseUploadLinkBody(body: UploadLinkBody): Omit<NewUploadLink, 'by' | 'addressOf'> {
  const { isNeverExpired, displayExpireDate } = body
  if (!isNeverExpired && !displayExpireDate) {
    throw new Invalid('displayExpireDate is missing: without isNeverExpired the link needs its last day')
  }
  return {
    name: body.portalName,
    description: body.description ?? '',
    mail: { subject: body.emailSubject, body: body.emailBody },
    expiresAt: isNeverExpired || !displayExpireDate ? null : endOfDay(displayExpireDate, 'displayExpireDate'),
    recipients: body.recipients,
  }
}
