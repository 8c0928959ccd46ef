import type { BatchValues } from '@descant/contract'
import type { CommonValues } from '../../domain/batch/common-values.ts'
import type { CustomField } from '../../domain/custom-field/custom-field.ts'
import { lastDayBefore } from '../../domain/end-of-day.ts'
import type { Keyword } from '../../domain/keyword/keyword.ts'
import { presentEditable } from '../http/present-additional.ts'

/** #21: the published example has every value as a list. */
export function presentBatchValues(
  { texts, approval, expiresAt, tags, keywords, customValues }: CommonValues,
  { vocabulary, fields }: { vocabulary: readonly Keyword[]; fields: readonly CustomField[] },
): BatchValues {
  return {
    availableKeywords: vocabulary.map(({ name }) => name),
    approvalStatus: listed(approval),
    expirationDate: listed(expiresAt === null ? null : lastDayBefore(expiresAt)),
    tag: tags,
    keyword: keywords,
    description: listed(texts.description),
    author: listed(texts.author),
    copyright: listed(texts.copyright),
    termsAndConditions: listed(texts.termsAndConditions),
    additional: presentEditable(Object.fromEntries(customValues), fields),
  }
}

const listed = (value: string | null): string[] | null => (value === null ? null : [value])
