import { CopyField } from '@descant/ui'
import { NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core'
import type { TypedFields } from './typed-fields.ts'

type Props = {
  typed: TypedFields
  onType: (change: Partial<TypedFields>) => void
  redirectUri: string
  isSecretKept: boolean
}

/** The fields of the guide, in its order and its words. */
export function DamFieldInputs({ typed, onType, redirectUri, isSecretKept }: Props) {
  return (
    <Stack gap="md">
      <NativeSelect
        label="DAM provider"
        value={typed.provider}
        onChange={() => onType({ provider: 'canto' })}
        data={[{ value: 'canto', label: 'Canto' }]}
      />
      <CopyField
        label="Redirect URL"
        value={redirectUri}
        description="Give this to the API key in Canto: Settings, Configuration Options, API, API keys."
      />
      <TextInput
        label="Canto Domain"
        description="The first part of your Canto address, or the whole host of another server."
        placeholder="acme"
        value={typed.domain}
        onChange={(event) => onType({ domain: event.currentTarget.value })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextInput
        label="Canto App ID"
        description="In Canto’s settings, beside the API key made for this connector."
        value={typed.appId}
        onChange={(event) => onType({ appId: event.currentTarget.value })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordInput
        label="Canto App Secret"
        description={
          isSecretKept
            ? 'It is set and is never shown again. Type another one to replace it.'
            : 'In Canto’s settings: edit the API key and copy it from there.'
        }
        placeholder={isSecretKept ? 'Set' : ''}
        value={typed.appSecret}
        onChange={(event) => onType({ appSecret: event.currentTarget.value })}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed', tabIndex: 0, 'aria-hidden': false }}
      />
      <TextInput
        label="Keyword for Import"
        description="Every file that carries this keyword in Canto is imported. Any symbols are allowed."
        value={typed.keyword}
        onChange={(event) => onType({ keyword: event.currentTarget.value })}
        autoComplete="off"
        spellCheck={false}
      />
    </Stack>
  )
}
