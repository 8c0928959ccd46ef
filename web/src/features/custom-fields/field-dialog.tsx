import type { CustomField } from '@descant/contract'
import { FormDialog } from '@descant/ui'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { choicesIn, createField, hasChoices, typeWords, updateField } from './custom-fields.ts'

export function FieldDialog({
  field,
  opened,
  onClose,
}: {
  /** `null`: a new one. */
  field: CustomField | null
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const [type, setType] = useState<CustomField['type']>(field?.type ?? 'TEXT')

  return (
    <FormDialog
      opened={opened}
      title={field?.name ?? 'New custom field'}
      submitLabel={field === null ? 'Create' : 'Save'}
      onClose={onClose}
      onSubmit={async (entered) => {
        const said = {
          name: enteredText(entered, 'name'),
          description: enteredText(entered, 'description'),
          ...(hasChoices(type) && { values: choicesIn(enteredText(entered, 'values')) }),
        }
        if (field === null) await createField(dam, { ...said, type })
        else await updateField(dam, { ...said, id: field.id })
        await Promise.all(
          ['custom-fields', 'assets', 'asset'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
        )
      }}
    >
      <TextInput
        label="Name"
        name="name"
        defaultValue={field?.name}
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
      />
      <TextInput label="Description" name="description" defaultValue={field?.description} autoComplete="off" />
      <NativeSelect
        label="Type"
        description={field === null ? 'It stays as it is chosen now.' : undefined}
        value={type}
        disabled={field !== null}
        onChange={(event) => setType(event.currentTarget.value as CustomField['type'])}
        data={Object.entries(typeWords).map(([value, label]) => ({ value, label }))}
      />
      {hasChoices(type) && (
        <Textarea
          label="Choices"
          name="values"
          description="One to a line. What is taken away here stays on the assets that have it."
          defaultValue={field?.values?.join('\n')}
          autosize
          minRows={4}
          maxRows={12}
        />
      )}
    </FormDialog>
  )
}
