import type { BatchValues, ContentDetails } from '@descant/contract'
import type { Approval } from '../../domain/asset/asset.ts'
import { approvals } from '../../domain/asset/asset.ts'
import { checkedValue } from '../../domain/custom-field/checked-value.ts'
import type { CustomField, CustomFieldId, CustomValue } from '../../domain/custom-field/custom-field.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { endOfDay } from '../../domain/end-of-day.ts'
import { fold } from '../../domain/fold.ts'

/** Milliseconds of `yyyyMMddHHmmssSSS`; `null` where that is no time. */
export function fromWireTime(text: string | undefined): number | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})$/.exec(text ?? '')
  if (!parts) return null
  const [year = 0, month = 1, ...rest] = parts.slice(1).map(Number)
  const [day = 1, hour = 0, minute = 0, second = 0, ms = 0] = rest
  return Date.UTC(year, month - 1, day, hour, minute, second, ms)
}

/** Lists say `Expired` instead of what was decided; the form for editing says both. */
export function approvalOf(details: ContentDetails, form: BatchValues | undefined): Approval {
  const said = [form?.approvalStatus?.[0], details.approvalStatus]
  return approvals.find((approval) => said.includes(approval)) ?? 'Approved'
}

/** The moment after the last day it may be used. */
export function expiryOf({ expirationDate }: ContentDetails): number | null {
  const day = /^(\d{4})(\d{2})(\d{2})/.exec(expirationDate ?? '')
  return day ? endOfDay(day.slice(1).join('-'), 'expirationDate') : null
}

/** What custom fields say, by our ids; `fail` is told of what ours can't hold. */
export function customValuesOf(
  { additional }: Pick<ContentDetails, 'additional'>,
  fields: ReadonlyMap<string, CustomField>,
  fail: (reason: string) => void,
): Record<CustomFieldId, CustomValue> {
  const values: Record<CustomFieldId, CustomValue> = {}
  for (const [name, given] of Object.entries(additional ?? {})) {
    const field = fields.get(name)
    if (!field || given === null) continue
    try {
      const value = checkedValue(withChoices(field, [given].flat()), given)
      if (value !== null) values[field.id] = value
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      fail(error.message)
    }
  }
  return values
}

/** A choice that was taken from the list stays where an asset has it. */
function withChoices(field: CustomField, given: readonly string[]): CustomField {
  const known = new Set(field.choices.map(fold))
  return {
    ...field,
    choices: [...field.choices, ...given.map((one) => one.trim()).filter((one) => !known.has(fold(one)))],
  }
}
