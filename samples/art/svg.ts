export const svg = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${content}</svg>`

/** `stops`: colours with optional opacity, evenly spread. */
export const verticalGradient = (id: string, ...stops: string[]): string =>
  gradient(id, 'x1="0" y1="0" x2="0" y2="1"', stops)
export const horizontalGradient = (id: string, ...stops: string[]): string =>
  gradient(id, 'x1="0" y1="0" x2="1" y2="0"', stops)

function gradient(id: string, direction: string, stops: string[]): string {
  return `<linearGradient id="${id}" ${direction}>${stopsOf(stops)}</linearGradient>`
}

export const radialGradient = (id: string, ...stops: string[]): string =>
  `<radialGradient id="${id}">${stopsOf(stops)}</radialGradient>`

/** `#rrggbb` or `#rrggbb/opacity`. */
function stopsOf(stops: string[]): string {
  return stops
    .map((stop, index) => {
      const [colour, opacity = '1'] = stop.split('/')
      return `<stop offset="${(index / (stops.length - 1)).toFixed(3)}" stop-color="${colour}" stop-opacity="${opacity}"/>`
    })
    .join('')
}

export const blur = (id: string, deviation: number): string =>
  `<filter id="${id}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`

export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')
