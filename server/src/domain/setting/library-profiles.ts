import { followChanges } from '../change/follow-changes.ts'
import type { CustomField } from '../custom-field/custom-field.ts'
import type { Library } from '../ports/library.ts'
import type { LibrarySettings } from './library-settings.ts'

/** What every answer about assets needs to know of their library. */
export type LibraryProfile = { fields: readonly CustomField[]; settings: LibrarySettings }

/** Each library's profile, kept until something in it changes: the same object as long as it is the same. */
export type LibraryProfiles = { of(library: Library): Promise<LibraryProfile> }

export function libraryProfiles(): LibraryProfiles {
  const profiles = new WeakMap<Library, { profile: Promise<LibraryProfile> | null }>()
  const follow = followChanges((library, happened) => {
    const kept = profiles.get(library)
    if (kept && (happened === 'anything' || happened.some(({ event }) => event === 'settings.changed'))) {
      kept.profile = null
    }
  })

  return {
    async of(library) {
      await follow(library)
      const kept = profiles.get(library) ?? { profile: null }
      profiles.set(library, kept)
      kept.profile ??= readProfile(library).catch((error: unknown) => {
        kept.profile = null
        throw error
      })
      return await kept.profile
    },
  }
}

async function readProfile({ read }: Library): Promise<LibraryProfile> {
  return { fields: await read.customFields.all(), settings: await read.settings.read() }
}
