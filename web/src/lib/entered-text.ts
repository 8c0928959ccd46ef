/** What somebody typed into the field of that name. */
export const enteredText = (entered: FormData, name: string): string => String(entered.get(name) ?? '').trim()

/** A choice of several is one value with these between, because a comma may stand in a choice. */
export const choiceDivider = '\n'

export const enteredChoices = (entered: FormData, name: string): string[] =>
  enteredText(entered, name)
    .split(choiceDivider)
    .filter((choice) => choice !== '')
