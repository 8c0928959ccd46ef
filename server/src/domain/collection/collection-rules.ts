import { checkedName } from '../checked-name.ts'
import { Invalid } from '../domain-error.ts'
import type { Collection } from './collection.ts'

const longestName = 80
const longestDescription = 400

/** As it is kept: contract §7. */
export const checkedCollectionName = (given: string, kind: Collection['kind']): string =>
  checkedName(given, { of: kind, longest: longestName })

export function checkDescription(text: string): void {
  if ([...text].length > longestDescription) throw new Invalid(`Description: at most ${longestDescription} characters`)
}

export const nameInUse = (name: string): Invalid =>
  new Invalid(`There is a folder or an album named "${name}" there already`, 'name-in-use')
