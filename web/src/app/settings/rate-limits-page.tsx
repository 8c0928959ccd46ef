import { PageHeading } from '@descant/ui'
import { RateLimitForm } from '../../features/rate-limits/rate-limit-form.tsx'

export function RateLimitsPage() {
  return (
    <>
      <PageHeading
        title="Rate limits"
        about="How often apps and people may call each method of the API in a minute, each token for itself."
      />
      <RateLimitForm />
    </>
  )
}
