import { expect, test } from 'vitest'
import { cappedRole, mayActAs } from './role-rules.ts'

test('higher roles may do what lower ones may', () => {
  expect([mayActAs('admin', 'consumer'), mayActAs('contributor', 'contributor')]).toEqual([true, true])
  expect([mayActAs('consumer', 'contributor'), mayActAs('contributor', 'admin')]).toEqual([false, false])
})

test('a cap lowers a role and never raises it', () => {
  expect(cappedRole('admin', 'consumer')).toBe('consumer')
  expect(cappedRole('consumer', 'admin')).toBe('consumer')
  expect(cappedRole('contributor', null)).toBe('contributor')
})
