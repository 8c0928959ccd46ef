import { FormDialog } from '@descant/ui'
import { Checkbox } from '@mantine/core'
import type { DownloadInProgress } from './use-download.ts'

/** What must be agreed to before a download. */
export function TermsDialog({ name, terms }: { name: string; terms: DownloadInProgress['terms'] }) {
  return (
    <FormDialog
      opened={terms.text !== null}
      title={`Before you download ${name}`}
      submitLabel="Accept and download"
      onClose={terms.dismiss}
      onSubmit={terms.accept}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long terms are scrolled, by the keyboard too */}
      <section className="terms" aria-label="Terms and conditions" tabIndex={0}>
        {terms.text}
      </section>
      <Checkbox label="I accept these terms and conditions" required data-autofocus />
    </FormDialog>
  )
}
