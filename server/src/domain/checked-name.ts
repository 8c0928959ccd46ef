import { Invalid } from './domain-error.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is forbidden
const forbidden = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f]/

/** The name without white space around it; refused when it is empty, too long, or has a character no file system takes. */
export function checkedName(given: string, { of, longest }: { of: string; longest: number }): string {
  const name = given.trim()
  if (name === '') throw new Invalid(`A ${of} needs a name`, 'bad-name')
  if ([...name].length > longest) throw new Invalid(`The name of a ${of} has at most ${longest} characters`, 'bad-name')
  if (forbidden.test(name)) {
    throw new Invalid(
      `The name of a ${of} has none of \\ / : * ? " < > | and no control characters: ${JSON.stringify(name)}`,
      'bad-name',
    )
  }
  return name
}
