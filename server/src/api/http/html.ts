/** Markup that is safe to send: made by `html` alone. */
export type Html = { readonly markup: string }

type Part = string | number | Html | null | undefined | false | readonly Part[]

/** A template of a page. What is put in is text, never markup, but for what `html` itself made. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const markup = strings.reduce((before, text, i) => before + toMarkup(parts[i - 1]) + text)
  return { markup }
}

function toMarkup(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part))
  return isList(part) ? part.map(toMarkup).join('') : part.markup
}

const isList = (part: Html | readonly Part[]): part is readonly Part[] => Array.isArray(part)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** For text and for values in quotes. */
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
