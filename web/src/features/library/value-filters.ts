import type { CustomField } from '@descant/contract'

/** The server's filters by value that are offered beside kinds and keywords, in this order. */
export const filterLabels: Record<string, string> = {
  tags: 'Tag',
  fileType: 'File type',
  orientation: 'Orientation',
  approval: 'Status',
}

/** Values that come back: among addresses and whole sentences nobody chooses. */
export const isFilterable = ({ type }: Pick<CustomField, 'type'>): boolean =>
  type === 'SINGLECHOICE' || type === 'MULTICHOICE' || type === 'LABEL'

export const isFieldFilter = (name: string): name is `meta_${string}` => /^meta_[a-z]+_\d+$/.test(name)

/** A custom field that is narrowed by from and to. */
export const isRangeFilter = (name: string): boolean => /^meta_(num|date)_\d+$/.test(name)
