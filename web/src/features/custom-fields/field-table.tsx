import type { CustomField } from '@descant/contract'
import { EditedTable } from '@descant/ui'
import { Text } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Answered } from '../../lib/answered.tsx'
import { customFieldsQuery } from '../../lib/api/custom-fields.ts'
import { useDam } from '../../lib/visit.ts'
import { deleteField, typeWords } from './custom-fields.ts'
import { FieldDialog } from './field-dialog.tsx'

export function FieldTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const fields = useQuery(customFieldsQuery(dam))

  return (
    <Answered question={fields}>
      {(results) => (
        <EditedTable
          label="Custom fields"
          rows={results}
          rowKey={({ id }) => id}
          nameOf={({ name }) => name}
          columns={[
            { header: 'Name', rowHeader: true, cell: (field) => <FieldName field={field} /> },
            { header: 'Type', cell: ({ type }) => typeWords[type] },
            { header: 'Choices', cell: ({ values = [] }) => someOf(values) },
            { header: 'Id', cell: ({ id }) => <code>{id}</code> },
          ]}
          empty={{
            icon: <IconForms size={40} stroke={1.3} />,
            title: 'No custom fields yet',
            text: 'A custom field is something that this library wants to know of every asset: a season, a market, a price.',
          }}
          edit={{
            renderDialog: (field, onClose) => (
              <FieldDialog key={field?.id} field={field} opened={field !== null} onClose={onClose} />
            ),
          }}
          remove={{
            consequence: () => 'Every asset loses what it says in this field. This cannot be undone.',
            run: async ({ id }) => {
              await deleteField(dam, id)
              await Promise.all(
                ['custom-fields', 'assets', 'asset'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
              )
            },
          }}
        />
      )}
    </Answered>
  )
}

function FieldName({ field }: { field: CustomField }) {
  return (
    <>
      {field.name}
      {field.description !== '' && (
        <Text size="sm" c="dimmed">
          {field.description}
        </Text>
      )}
    </>
  )
}

const shown = 4

const someOf = (choices: string[]): string =>
  choices.length > shown
    ? `${choices.slice(0, shown).join(' · ')} and ${(choices.length - shown).toLocaleString()} more`
    : choices.join(' · ')
