import type { CustomField } from '@descant/contract'
import { ConfirmDialog, DataTable, EmptyState } from '@descant/ui'
import { Text } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { customFieldsQuery } from '../../lib/api/custom-fields.ts'
import { RowAction, RowActions } from '../../lib/row-actions.tsx'
import { useDam } from '../../lib/visit.ts'
import { deleteField, typeWords } from './custom-fields.ts'
import { FieldDialog } from './field-dialog.tsx'

export function FieldTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const fields = useQuery(customFieldsQuery(dam))
  const [editing, setEditing] = useState<CustomField | null>(null)
  const [deleting, setDeleting] = useState<CustomField | null>(null)

  return (
    <>
      <Answered question={fields}>
        {(results) =>
          results.length === 0 ? (
            <EmptyState icon={<IconForms size={40} stroke={1.3} />} title="No custom fields yet">
              A custom field is something that this library wants to know of every asset: a season, a market, a price.
            </EmptyState>
          ) : (
            <DataTable
              label="Custom fields"
              rows={results}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Name', rowHeader: true, cell: (field) => <FieldName field={field} /> },
                { header: 'Type', cell: ({ type }) => typeWords[type] },
                { header: 'Choices', cell: ({ values = [] }) => someOf(values) },
                { header: 'Id', cell: ({ id }) => <code>{id}</code> },
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: (field) => (
                    <RowActions>
                      <RowAction of={field.name} onClick={() => setEditing(field)}>
                        Edit
                      </RowAction>
                      <RowAction of={field.name} danger onClick={() => setDeleting(field)}>
                        Delete
                      </RowAction>
                    </RowActions>
                  ),
                },
              ]}
            />
          )
        }
      </Answered>
      <FieldDialog key={editing?.id} field={editing} opened={editing !== null} onClose={() => setEditing(null)} />
      <ConfirmDialog
        opened={deleting !== null}
        title={`Delete ${deleting?.name ?? ''}?`}
        confirmLabel="Delete"
        danger
        onClose={() => setDeleting(null)}
        onConfirm={async () => {
          if (deleting === null) return
          await deleteField(dam, deleting.id)
          await Promise.all(
            ['custom-fields', 'assets', 'asset'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
          )
        }}
      >
        Every asset loses what it says in this field. This cannot be undone.
      </ConfirmDialog>
    </>
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
