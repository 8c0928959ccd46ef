import './rate-limits.css'
import type { RateLimitSettings } from '@descant/contract'
import { DataTable, notify, sentenceOf } from '@descant/ui'
import { Alert, Button, Group, Stack, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { changeRateLimits, inUse, perMinuteIn, rateLimitsQuery } from './rate-limits.ts'

/** How often each method may be called; saved all at once. */
export function RateLimitForm() {
  const limits = useQuery({ ...rateLimitsQuery(useDam()), staleTime: Number.POSITIVE_INFINITY })
  return <Answered question={limits}>{(now) => <Form key={JSON.stringify(now)} now={now} />}</Answered>
}

function Form({ now }: { now: RateLimitSettings }) {
  const dam = useDam()
  const queries = useQueryClient()
  const [on, setOn] = useState(now.on)
  const saving = useMutation({
    mutationFn: (entered: FormData) =>
      changeRateLimits(dam, {
        on,
        ...(on && {
          factor: Number(enteredText(entered, 'factor').replace(',', '.')),
          perMinute: perMinuteIn(entered, now.methods),
        }),
      }),
    onSuccess: (changed) => {
      queries.setQueryData(rateLimitsQuery(dam).queryKey, changed)
      notify('The limits are saved and count from now on.')
    },
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate(new FormData(event.currentTarget))
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        {!now.counted && (
          <Alert color="yellow">
            Whoever runs this server has switched all limits off. What is set here counts once they are on again.
          </Alert>
        )}
        <Switch
          label="Limit how often methods are called"
          description="Off, every app may ask as often as it likes. Strangers are limited all the same."
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        {on && (
          <>
            <TextInput
              label="Factor"
              name="factor"
              description="Of the usual numbers: 2 is twice as often. A number of its own counts as it stands."
              inputMode="decimal"
              defaultValue={String(now.factor)}
              required
              withAsterisk={false}
              maw={320}
            />
            <MethodTable now={now} />
          </>
        )}
        {saving.isError && (
          <Alert color="red" role="alert">
            {sentenceOf(saving.error)}
          </Alert>
        )}
        <Group className="rate-limit-save">
          <Button type="submit" loading={saving.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const MethodTable = ({ now }: { now: RateLimitSettings }) => (
  <DataTable
    label="Methods"
    rows={now.methods}
    rowKey={({ method }) => method}
    columns={[
      {
        header: 'Method',
        rowHeader: true,
        cell: ({ method, summary }) => (
          <>
            <span className="rate-limit-method">{method}</span> {summary}
          </>
        ),
      },
      { header: 'In use', align: 'end', cell: (method) => inUse(method, now.factor).toLocaleString() },
      {
        header: 'Own number a minute',
        align: 'end',
        cell: ({ method, own, usual }) => (
          <TextInput
            aria-label={`Own number of ${method} a minute`}
            name={method}
            defaultValue={own ?? ''}
            placeholder={String(usual)}
            inputMode="numeric"
            pattern="[0-9]*"
            w={110}
            autoComplete="off"
          />
        ),
      },
    ]}
  />
)
