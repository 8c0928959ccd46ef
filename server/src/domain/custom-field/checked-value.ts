import { Invalid } from '../domain-error.ts'
import { endOfDay } from '../end-of-day.ts'
import { fold } from '../fold.ts'
import type { CustomField, CustomValue } from './custom-field.ts'

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** What somebody says in a field, as it is kept; `null` where they say nothing. `Invalid` names the field. */
export function checkedValue(field: CustomField, given: string | readonly string[]): CustomValue | null {
  const texts = (typeof given === 'string' ? [given] : given).map((text) => text.trim()).filter((text) => text !== '')
  if (field.type === 'MULTICHOICE')
    return texts.length === 0 ? null : [...new Set(texts.map((one) => choiceOf(field, one)))]
  const [text, another] = texts
  if (text === undefined) return null
  if (another !== undefined) throw new Invalid(`${field.name}: a field of the type ${field.type} has one value`)
  return checkedText(field, text)
}

function checkedText(field: CustomField, text: string): string {
  const refuse = (wanted: string): never => {
    throw new Invalid(`${field.name}: "${text}" is not ${wanted}`)
  }
  switch (field.type) {
    case 'NUMBER':
      return number.test(text) && Number.isFinite(Number(text)) ? text : refuse('a number')
    case 'RATING':
      return /^[0-5]$/.test(text) ? text : refuse('a whole number from 0 to 5')
    case 'DATE': {
      // as times are written on the wire: the day counts
      const day = text.replace(/^(\d{4})(\d{2})(\d{2})\d{9}$/, '$1-$2-$3')
      endOfDay(day, `${field.name}: this`)
      return day
    }
    case 'URL':
      return isWebAddress(text) ? text : refuse('an address that begins with http:// or https://')
    case 'SINGLECHOICE':
      return choiceOf(field, text)
    default:
      return text
  }
}

/** In the spelling of the list. */
function choiceOf({ name, choices }: CustomField, text: string): string {
  const choice = choices.find((one) => fold(one) === fold(text))
  if (choice === undefined) throw new Invalid(`${name}: "${text}" is not one of its choices`)
  return choice
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && !/\s/.test(text)
}
