import { expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'
import { somePortal } from '../../../test/harness/made-up.ts'
import { withinPortal } from './within-portal.ts'

test('a portal has one handle while its contents are the same, so that what is kept for it is found again', async ({
  dam,
}) => {
  const portal = somePortal()
  const handle = withinPortal(dam.library, portal)

  expect(withinPortal(dam.library, { ...portal, name: 'Renamed' })).toBe(handle)
  expect(withinPortal(dam.library, somePortal())).not.toBe(handle)
  expect(handle.part).toMatchObject({ whole: dam.library, portalId: portal.id })
})

test('handles nobody used for long are let go', async ({ dam }) => {
  const [first, second] = [somePortal(), somePortal()]
  const [left, used] = [withinPortal(dam.library, first), withinPortal(dam.library, second)]
  for (let others = 0; others < 30; others++) {
    withinPortal(dam.library, somePortal())
    expect(withinPortal(dam.library, second)).toBe(used)
  }

  expect(withinPortal(dam.library, first)).not.toBe(left)
})
