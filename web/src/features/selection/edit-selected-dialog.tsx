import './edit-selected-dialog.css'
import type { ContentRef } from '@descant/client'
import type { CustomField } from '@descant/contract'
import { FormDialog, notify } from '@descant/ui'
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { batchValuesQuery } from '../../lib/api/batch-values.ts'
import { assetsChanged, editAssets } from '../../lib/api/change-assets.ts'
import { customFieldsQuery } from '../../lib/api/custom-fields.ts'
import { librarySettingsQuery } from '../../lib/api/library-settings.ts'
import { CustomFieldInput } from '../../lib/edit/custom-field-input.tsx'
import { useAsOpened } from '../../lib/edit/use-as-opened.ts'
import { useDam } from '../../lib/visit.ts'
import { assetsInWords } from './assets-in-words.ts'
import { type CommonValue, commonEdits, commonValues, emptying } from './common-values.ts'

/** Sets the same on all selected assets; what is left as it is stays as each of them has it. */
export function EditSelectedDialog({
  assets,
  opened,
  onClose,
}: {
  assets: readonly ContentRef[]
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const common = useQuery({ ...batchValuesQuery(dam, assets), enabled: opened })
  const fields = useQuery({ ...customFieldsQuery(dam), enabled: opened })
  const settings = useQuery({ ...librarySettingsQuery(dam), enabled: opened })
  // what is kept from the last time it was open does not hold any more
  const isFresh = common.isSuccess && !common.isFetching
  const values = useAsOpened(
    opened,
    isFresh && fields.data && settings.data
      ? commonValues(common.data, fields.data, { drm: settings.data.drm })
      : undefined,
  )
  const refetch = () => Promise.all([common, fields, settings].map((each) => each.refetch()))
  return (
    <FormDialog
      opened={opened}
      title={`Edit ${assetsInWords(assets.length)}`}
      submitLabel="Save"
      size="lg"
      onClose={onClose}
      onSubmit={async (entered) => {
        if (values === undefined) throw new Error('The fields are not here yet. Try again in a moment.')
        const edits = commonEdits(entered, values)
        if (edits.length === 0) return
        await editAssets(dam, assets, edits)
        await assetsChanged(queries)
        notify(`${assetsInWords(assets.length)} edited.`)
      }}
    >
      <Answered question={{ data: values, error: common.error ?? fields.error ?? settings.error, refetch }}>
        {(known) => <Inputs values={known} fields={fields.data ?? []} />}
      </Answered>
    </FormDialog>
  )
}

function Inputs({ values, fields }: { values: Record<string, CommonValue>; fields: readonly CustomField[] }) {
  const text = (name: string) => {
    const { value = '', isCommon = false } = values[name] ?? {}
    return { name, defaultValue: String(value), ...(!isCommon && { placeholder: differs }), autoComplete: 'off' }
  }
  const hasStatus = values.approvalStatus?.isCommon && values.approvalStatus.value !== 'Expired'
  return (
    <>
      <div className="common-pair">
        <NativeSelect
          label="Status"
          name="approvalStatus"
          defaultValue={hasStatus ? String(values.approvalStatus?.value) : ''}
          data={[...(hasStatus ? [] : [{ value: '', label: differs }]), ...statuses]}
        />
        <Common of="Last day of use" name="expirationDate" values={values}>
          <TextInput label="Last day of use" type="date" {...text('expirationDate')} />
        </Common>
      </div>
      <Common of="Author" name="author" values={values}>
        <TextInput label="Author" {...text('author')} />
      </Common>
      {values.copyright && (
        <Common of="Copyright" name="copyright" values={values}>
          <TextInput label="Copyright" {...text('copyright')} />
        </Common>
      )}
      {values.termsAndConditions && (
        <Common of="Terms and conditions" name="termsAndConditions" values={values}>
          <Textarea label="Terms and conditions" {...text('termsAndConditions')} autosize minRows={2} maxRows={8} />
        </Common>
      )}
      {fields.map((field) => (
        <Common key={field.id} of={field.name} name={field.id} values={values}>
          <CustomFieldInput field={field} value={[values[field.id]?.value ?? []].flat()} />
        </Common>
      ))}
    </>
  )
}

/** Where the assets differ, an empty field says nothing; so a box of its own empties it. */
function Common({
  of,
  name,
  values,
  children,
}: {
  of: string
  name: string
  values: Record<string, CommonValue>
  children: ReactNode
}) {
  return (
    <div>
      {children}
      {values[name]?.isCommon === false && (
        <Checkbox
          size="xs"
          mt={6}
          name={emptying(name)}
          label="Clear it in all of them"
          aria-label={`Clear ${of} in all of them`}
        />
      )}
    </div>
  )
}

const differs = 'As it is with each'
const statuses = ['Approved', 'Pending', 'Restricted']
