import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columns, permissionTable } from './permission-table.ts'
import { permissionsPage } from './permissions-page.ts'
import { type PermissionScene, permissionScene } from './scene.ts'

let scene: PermissionScene

beforeAll(async () => {
  scene = await permissionScene()
}, 60_000)
afterAll(() => scene.dam.close())

test('every method of the API has its row', async () => {
  const { body } = await scene.dam.ask<{ paths: Record<string, object> }>('GET', '/openapi.json')
  const methods = Object.entries(body.paths)
    .filter(([path]) => /^\/api(_binary)?\//.test(path))
    .flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`))

  const known = permissionTable.map(({ method }) => method)
  expect(known.toSorted()).toEqual(methods.toSorted())
})

test.for(permissionTable)('$method: $does', async (row) => {
  // one after the other, so that a row is as quick to read as in the table
  const found = []
  for (const column of columns) found.push([column, await scene.outcomeOf(row, column)])

  expect(found).toEqual(columns.map((column) => [column, row.may[column]]))
})

test('docs/permissions.md is what scripts/write-permissions.ts writes', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../../docs/permissions.md'), 'utf8')

  expect(page).toBe(permissionsPage())
})
