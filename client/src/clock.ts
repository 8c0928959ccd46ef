/** Milliseconds since 1970; the one place that looks at the system's clock. */
export type Now = () => number
export const systemNow: Now = () => Date.now()
