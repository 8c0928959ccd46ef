export const assetsInWords = (count: number): string => (count === 1 ? '1 asset' : `${count.toLocaleString()} assets`)
