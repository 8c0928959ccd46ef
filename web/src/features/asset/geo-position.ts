/** `40 deg 0' 14.71" N, 116 deg 29' 5.21" E`, in degrees; `null` for anything else. */
export function parsePosition(text: string): { latitude: number; longitude: number } | null {
  const [latitude, longitude, ...more] = text.split(',').map(degreesIn)
  if (latitude == null || longitude == null || more.length > 0) return null
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

function degreesIn(text: string): number | null {
  const parts = /^\s*(\d+(?:\.\d+)?) deg (\d+(?:\.\d+)?)' (\d+(?:\.\d+)?)" ([NSEW])\s*$/.exec(text)
  if (parts === null) return null
  const [degrees = 0, minutes = 0, seconds = 0] = parts.slice(1, 4).map(Number)
  const value = degrees + minutes / 60 + seconds / 3600
  return parts[4] === 'S' || parts[4] === 'W' ? -value : value
}

/** A map of the place, elsewhere: a link that somebody follows or not, and nothing that loads by itself. */
export function mapAddress({ latitude, longitude }: { latitude: number; longitude: number }): string {
  const [lat, lon] = [latitude.toFixed(6), longitude.toFixed(6)]
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=15/${lat}/${lon}`
}
