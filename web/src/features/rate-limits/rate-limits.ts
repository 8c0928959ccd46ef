import type { ChangeRateLimitsBody, RateLimitSettings } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../../lib/dam.ts'
import { enteredText } from '../../lib/entered-text.ts'

const address = '/web/v1/rate-limits'

export const rateLimitsQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['rate-limits'],
    queryFn: ({ signal }) => dam.web.json<RateLimitSettings>(address, { signal }),
  })

export const changeRateLimits = (dam: Dam, body: ChangeRateLimitsBody): Promise<RateLimitSettings> =>
  dam.web.json(address, { method: 'PUT', body })

/** An empty field is the usual number. */
export const perMinuteIn = (
  entered: FormData,
  methods: RateLimitSettings['methods'],
): NonNullable<ChangeRateLimitsBody['perMinute']> =>
  Object.fromEntries(
    methods
      .map(({ method }) => [method, enteredText(entered, method)] as const)
      .filter(([, typed]) => typed !== '')
      .map(([method, typed]) => [method, Number(typed)]),
  )

export const inUse = ({ usual, own }: RateLimitSettings['methods'][number], factor: number): number =>
  own ?? Math.max(1, Math.round(usual * factor))
