/** `yyyyMMddHHmmssSSS` in UTC, from milliseconds. */
export const toWireTime = (ms: number): string => new Date(ms).toISOString().replace(/\D/g, '')
