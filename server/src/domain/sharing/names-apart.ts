import { fold } from '../fold.ts'
import { cleanFileName } from '../intake/clean-file-name.ts'

/** Names for files that lie in one folder, none the same as another even without regard to case. In the order given. */
export function namesApart(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((given) => {
    const name = cleanFileName(given)
    const [, stem = name, extension = ''] = /^(.+?)(\.[^.\s]{1,20})?$/su.exec(name) ?? []
    let free = name
    for (let number = 2; taken.has(fold(free)); number++) free = `${stem} (${number})${extension}`
    taken.add(fold(free))
    return free
  })
}
