import type { CustomField } from '../../../server/src/domain/custom-field/custom-field.ts'

/** Three fields, in the order in which a library that is new gives them these ids. */
export const madeUpFields: readonly CustomField[] = [
  { id: 'meta_text_0', name: 'Campaign', description: '', type: 'TEXT', choices: [] },
  {
    id: 'meta_choice_0',
    name: 'Region',
    description: '',
    type: 'SINGLECHOICE',
    choices: ['North', 'East', 'South', 'West', 'Islands', 'Abroad'],
  },
  { id: 'meta_num_0', name: 'Priority', description: '', type: 'NUMBER', choices: [] },
]
