import { lettering } from '../lettering.ts'
import { mark } from './brand.ts'
import { svg } from './svg.ts'

const width = 1000
const height = 1414
export const ground = (fill: string): string => `<rect width="${width}" height="${height}" fill="${fill}"/>`
export const sign = (fill: string): string => mark(74, 1278, 70, fill, fill, fill)
export const small = (text: string, fill: string, y = 1336): string =>
  lettering(text, { x: 926, y, size: 22, fill, weight: 0.13, spacing: 0.42, anchor: 'end' })
export const poster = (content: string): string => svg(width, height, content)
