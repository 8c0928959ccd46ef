import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { someGroup, someUser } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function groupStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`groups: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withGroups(...names: string[]) {
      const library = await libraries.open()
      const all = names.map((name) => someGroup({ name }))
      const people = [someUser(), someUser()]
      await library.transaction(async ({ groups, users }) => {
        for (const group of all) await groups.insert(group)
        for (const user of people) await users.insert(user)
      })
      const [first = someGroup(), second = someGroup()] = all
      const [mara = someUser(), ines = someUser()] = people
      return { library, first, second, mara, ines }
    }

    test('a group comes back as it was, by id and by name without regard to case', async () => {
      const { library, first } = await withGroups('Grüße')

      expect(await library.read.groups.find(first.id)).toEqual(first)
      expect(await library.read.groups.findByName('GRÜßE')).toEqual(first)
      expect(await library.read.groups.findByName('other')).toBeUndefined()
      expect(await library.read.groups.find(someGroup().id)).toBeUndefined()
    })

    test('a name is taken once, without regard to case', async () => {
      const { library, first, second } = await withGroups('Print', 'Web')
      const taken = { refusal: 'invalid', code: 'name-in-use' }

      const inserted = library.transaction(({ groups }) => groups.insert(someGroup({ name: 'PRINT' })))
      await expect(inserted).rejects.toMatchObject(taken)
      const renamed = library.transaction(({ groups }) => groups.rename(second.id, 'print'))
      await expect(renamed).rejects.toMatchObject(taken)
      await library.transaction(({ groups }) => groups.rename(first.id, 'PRINT'))
      expect((await library.read.groups.find(first.id))?.name).toBe('PRINT')
    })

    test('members are replaced from either side, twice is once', async () => {
      const { library, first, second, mara, ines } = await withGroups('b', 'A')
      await library.transaction(async ({ groups }) => {
        await groups.setMembers(first.id, [mara.id, ines.id, mara.id])
        await groups.setGroupsOf(mara.id, [second.id, second.id])
      })

      const all = await library.read.groups.allWithMembers()
      expect(all).toEqual([
        { ...second, users: [mara.id] },
        { ...first, users: [ines.id] },
      ])
      expect(await library.read.groups.groupsOf(ines.id)).toEqual([first.id])

      await library.transaction(({ groups }) => groups.setMembers(first.id, []))
      expect(await library.read.groups.groupsOf(ines.id)).toEqual([])
    })

    test('who is gone is in no group, and of a group that is gone nobody is', async () => {
      const { library, first, second, mara, ines } = await withGroups('a', 'b')
      await library.transaction(async ({ groups, users }) => {
        for (const group of [first, second]) await groups.setMembers(group.id, [mara.id, ines.id])
        await users.delete(mara.id)
        await groups.delete(second.id)
      })

      expect(await library.read.users.find(mara.id)).toBeUndefined()
      expect(await library.read.groups.allWithMembers()).toEqual([{ ...first, users: [ines.id] }])
      expect(await library.read.groups.groupsOf(ines.id)).toEqual([first.id])
    })
  })
}
