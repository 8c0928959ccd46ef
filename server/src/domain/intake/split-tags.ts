/** Tags as they come in one form field: `poster, summer , 2025`. */
export const splitTags = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
