import type { CustomField } from '@descant/contract'
import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { choiceDivider } from '../entered-text.ts'

/** Where a value is entered, as the field's type wants it. Its form finds it under the field's id. */
export function CustomFieldInput({ field, value }: { field: CustomField; value: string[] }) {
  const { id, name, description, type } = field
  const [text = ''] = value
  const named = { name: id, label: name, ...(description !== '' && { description }) }

  switch (type) {
    case 'TEXT':
      return <Textarea {...named} defaultValue={text} autosize minRows={1} maxRows={6} />
    case 'SINGLECHOICE':
      return (
        <NativeSelect {...named} defaultValue={text} data={[{ value: '', label: '–' }, ...choicesOf(field, value)]} />
      )
    case 'RATING':
      return <NativeSelect {...named} defaultValue={text} data={[{ value: '', label: '–' }, ...ratings]} />
    case 'MULTICHOICE':
      return (
        <MultiSelect
          {...named}
          defaultValue={value}
          data={choicesOf(field, value)}
          hiddenInputValuesDivider={choiceDivider}
          searchable
          hidePickedOptions
          nothingFoundMessage="No such choice"
        />
      )
    case 'DATE':
      return <TextInput {...named} type="date" defaultValue={text} />
    case 'NUMBER':
      return <TextInput {...named} inputMode="decimal" defaultValue={text} autoComplete="off" />
    case 'URL':
      return <TextInput {...named} type="url" placeholder="https://" defaultValue={text} autoComplete="off" />
    case 'LABEL':
      return <TextInput {...named} defaultValue={text} autoComplete="off" />
  }
}

const ratings = ['0', '1', '2', '3', '4', '5']

/** With what the asset says, should it be no choice any more. */
const choicesOf = ({ values = [] }: CustomField, said: string[]): string[] => [...new Set([...values, ...said])]
