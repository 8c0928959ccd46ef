import { blur, horizontalGradient, radialGradient, svg, verticalGradient } from './svg.ts'

export const width = 1600
export const height = 1200

type Scene = { wall: [string, string]; table: [string, string]; horizon?: number; defs?: string; content: string }

/** A corner of a studio: wall, table, light from the upper left. Objects stand around (800, 900). */
export function scene({ wall, table, horizon = 800, defs = '', content }: Scene): string {
  return svg(
    width,
    height,
    `<defs>${verticalGradient('wall', ...wall)}${verticalGradient('table', ...table)}
    ${radialGradient('light', '#ffffff/.55', '#ffffff/.14', '#ffffff/0')}${radialGradient('dim', '#000000/0', '#000000/0', '#000000/.34')}
    ${blur('soft', 22)}${blur('softer', 60)}${blur('fine', 5)}${defs}</defs>
    <rect width="${width}" height="${height}" fill="url(#wall)"/><ellipse cx="420" cy="260" rx="900" ry="620" fill="url(#light)"/>
    <rect y="${horizon}" width="${width}" height="${height - horizon}" fill="url(#table)"/>
    <rect y="${horizon - 3}" width="${width}" height="8" fill="#000" opacity=".08" filter="url(#fine)"/>
    ${content}<ellipse cx="800" cy="600" rx="1250" ry="950" fill="url(#dim)"/>`,
  )
}

export const shadow = (x: number, y: number, reach: number, depth = 34): string =>
  `<ellipse cx="${x + reach * 0.34}" cy="${y}" rx="${reach * 1.35}" ry="${depth * 1.3}" fill="#000" opacity=".26" filter="url(#soft)"/>` +
  `<ellipse cx="${x + 10}" cy="${y}" rx="${reach}" ry="${depth * 0.6}" fill="#000" opacity=".38" filter="url(#fine)"/>`

/** Round things: dark edge, light, body, dark edge. */
export const round = (id: string, dark: string, body: string, light: string): string =>
  horizontalGradient(id, dark, body, light, body, body, dark)
