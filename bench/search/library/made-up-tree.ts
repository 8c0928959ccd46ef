import type { Collection, CollectionId } from '../../../server/src/domain/collection/collection.ts'
import type { Dice } from './dice.ts'
import { generatedAt, subtree } from './shape.ts'

export type MadeUpTree = {
  /** Parents before their children. */
  collections: Collection[]
  /** Albums below the folder that is asked about. */
  inside: CollectionId[]
  outside: CollectionId[]
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** A dozen folders with folders in them, and albums in those. */
export function madeUpTree(dice: Dice, words: readonly string[], assets: number): MadeUpTree {
  const used = new Set<string>()
  const freshId = (): CollectionId => {
    for (;;) {
      const id = Array.from({ length: 5 }, () => letters[dice.below(letters.length)]).join('')
      if (used.has(id)) continue
      used.add(id)
      return id as CollectionId
    }
  }
  const tree: MadeUpTree = { collections: [], inside: [], outside: [] }
  const add = (kind: Collection['kind'], parentId: CollectionId | null, name: string): CollectionId => {
    const created = generatedAt - dice.below(5 * 365 * 86_400_000)
    tree.collections.push({
      id: freshId(),
      kind,
      parentId,
      name,
      description: '',
      owner: 'owner0@acme.example',
      createdAt: created,
      modifiedAt: created,
    })
    return tree.collections.at(-1)?.id as CollectionId
  }

  const albumsPerFolder = Math.max(2, Math.round(assets / 40_000))
  for (let top = 0; top < 12; top++) {
    const folder = add('folder', null, top === 0 ? subtree.name : `${dice.of(words)} ${top}`)
    for (let below = 0; below < 8; below++) {
      const inner = add('folder', folder, `${dice.of(words)} ${below}`)
      for (let album = 0; album < albumsPerFolder; album++) {
        const id = add('album', inner, `${dice.of(words)} ${dice.of(words)} ${album}`)
        tree[top === 0 ? 'inside' : 'outside'].push(id)
      }
    }
  }
  return tree
}
