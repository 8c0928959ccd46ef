const units = ['bytes', 'KB', 'MB', 'GB', 'TB']

/** "1.4 MB", in thousands as print shops and disks count. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: step === 0 || value >= 100 ? 0 : 1 }).format(value)} ${units[step]}`
}

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export const formatTime = (time: number | string): string => moments.format(new Date(time))

export const count = (number: number, one: string, many: string): string =>
  `${new Intl.NumberFormat('en').format(number)} ${number === 1 ? one : many}`
