/** The name a file has in another format. */
export const withExtension = (name: string, extension: string): string =>
  `${name.replace(/\.[^.\s]+$/, '')}.${extension}`
