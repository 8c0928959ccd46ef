import type { ContentDetails, CustomField } from '@descant/contract'
import { FormDialog } from '@descant/ui'
import { Loader, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { assetsChanged, editAssets } from '../../lib/api/change-assets.ts'
import { customFieldsQuery } from '../../lib/api/custom-fields.ts'
import { librarySettingsQuery } from '../../lib/api/library-settings.ts'
import { CustomFieldInput } from '../../lib/edit/custom-field-input.tsx'
import { useAsOpened } from '../../lib/edit/use-as-opened.ts'
import { useDam } from '../../lib/visit.ts'
import { type EditableValues, editableValues, editsIn } from './asset-edit.ts'

/** Everything that is written about an asset, saved at once. */
export function EditDialog({
  asset,
  opened,
  onClose,
}: {
  asset: ContentDetails
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const fields = useQuery(customFieldsQuery(dam))
  const settings = useQuery(librarySettingsQuery(dam))
  const values = useAsOpened(
    opened,
    fields.data && settings.data ? editableValues(asset, fields.data, { drm: settings.data.drm }) : undefined,
  )

  return (
    <FormDialog
      opened={opened}
      title="Edit"
      submitLabel="Save"
      size="lg"
      onClose={onClose}
      onSubmit={async (entered) => {
        const failed = fields.error ?? settings.error
        if (failed) throw failed
        if (values === undefined) throw new Error('The fields are not here yet. Try again in a moment.')
        const edits = editsIn(entered, values)
        if (edits.length === 0) return
        await editAssets(dam, [asset], edits)
        await assetsChanged(queries)
      }}
    >
      {values === undefined ? (
        <Loader aria-label="Loading" />
      ) : (
        <Inputs asset={asset} values={values} fields={fields.data ?? []} />
      )}
    </FormDialog>
  )
}

function Inputs({ asset, values, fields }: { asset: ContentDetails; values: EditableValues; fields: CustomField[] }) {
  const text = (name: string) => ({ name, defaultValue: String(values[name] ?? '') })
  const hasRights = values.copyright !== undefined
  const hasExpired = asset.approvalStatus === 'Expired'

  return (
    <div className="edit-inputs">
      <Textarea label="Description" {...text('description')} autosize minRows={2} maxRows={8} data-autofocus />
      <TextInput label="Author" {...text('author')} autoComplete="off" />
      {hasRights && (
        <>
          <TextInput label="Copyright" {...text('copyright')} autoComplete="off" />
          <Textarea
            label="Terms and conditions"
            description="Where there are any, people accept them before they download."
            {...text('termsAndConditions')}
            autosize
            minRows={2}
            maxRows={8}
          />
        </>
      )}
      <div className="edit-pair">
        <NativeSelect
          label="Status"
          data={[...(hasExpired ? [{ value: '', label: 'As before it expired' }] : []), ...statuses]}
          {...text('approvalStatus')}
        />
        <TextInput label="Last day of use" type="date" {...text('expirationDate')} />
      </div>
      {fields.map((field) => (
        <CustomFieldInput key={field.id} field={field} value={[values[field.id] ?? []].flat()} />
      ))}
    </div>
  )
}

const statuses = ['Approved', 'Pending', 'Restricted']
