const rate = 44_100

/** Bells over a low chord: a short melody, sixteen bits, one channel. */
export function chime(seconds: number): Float32Array {
  const samples = new Float32Array(rate * seconds)
  const melody = [523.25, 659.25, 783.99, 987.77, 880, 783.99, 659.25, 587.33]
  const partials = [
    [1, 1],
    [2.01, 0.42],
    [3.02, 0.22],
    [4.6, 0.1],
  ] as const
  for (const [step, pitch] of melody.entries()) {
    const from = Math.floor(step * 0.5 * rate)
    for (let at = from; at < samples.length; at++) {
      const time = (at - from) / rate
      let value = 0
      for (const [ratio, share] of partials)
        value += Math.sin(2 * Math.PI * pitch * ratio * time) * share * Math.exp(-time * (2.2 + ratio))
      samples[at] = (samples[at] ?? 0) + value * 0.22
    }
  }
  for (let at = 0; at < samples.length; at++) {
    const time = at / rate
    const swell = Math.sin((Math.PI * time) / seconds) ** 0.7
    const chord = [130.81, 164.81, 196].reduce((sum, pitch) => sum + Math.sin(2 * Math.PI * pitch * time), 0)
    samples[at] = ((samples[at] ?? 0) + chord * 0.045) * swell
  }
  return samples
}

/** RIFF/WAVE with its title and author. */
export function wavFile(samples: Float32Array, { title, author }: { title: string; author: string }): Buffer {
  const sound = Buffer.alloc(samples.length * 2)
  for (const [index, sample] of samples.entries()) {
    sound.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), index * 2)
  }
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(rate, 4)
  format.writeUInt32LE(rate * 2, 8)
  format.writeUInt16LE(2, 12)
  format.writeUInt16LE(16, 14)
  const info = Buffer.concat([
    Buffer.from('INFO'),
    chunk('INAM', Buffer.from(title)),
    chunk('IART', Buffer.from(author)),
  ])
  return chunk(
    'RIFF',
    Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('LIST', info), chunk('data', sound)]),
  )
}

/** Chunks begin at even places. */
function chunk(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(content.length)
  return Buffer.concat([Buffer.from(name), size, content, Buffer.alloc(content.length % 2)])
}
