declare module 'heic-decode' {
  type Decoded = { width: number; height: number; data: Uint8ClampedArray }
  type Still = { width: number; height: number; decode(): Promise<Decoded> }
  /** Pictures of a file, whose pixels are decoded when they are asked for. */
  export const all: (file: { buffer: Uint8Array }) => Promise<Still[] & { dispose(): void }>
}
