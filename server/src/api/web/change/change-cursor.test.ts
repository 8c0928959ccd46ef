import type { ChangeCursor, ChangeList } from '@descant/contract'
import { expect } from 'vitest'
import { test } from '../../../../test/harness/dam.ts'

const path = '/web/v1/changes/cursor'

test('after the cursor comes only what happens from now on', async ({ dam }) => {
  const mara = await dam.person('mara')
  await mara.post('/api/v1/folder/Before')

  const { cursor } = (await mara.get<ChangeCursor>(path)).body
  await mara.post('/api/v1/folder/After')

  const { changes } = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
  expect(changes).toMatchObject([{ event: 'folder.added' }])
  expect((await dam.ask('GET', path)).status).toBe(401)
})
