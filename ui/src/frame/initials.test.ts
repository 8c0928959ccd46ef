import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('a person is shown by the first letters of the first and the last name', () => {
  expect(initialsOf('Ada Lovelace')).toBe('AL')
  expect(initialsOf('Juan Carlos de la Vega')).toBe('JV')
})

test('one name, or an e-mail address, gives what it can', () => {
  expect(initialsOf('Plato')).toBe('P')
  expect(initialsOf('mara.stone@example.org')).toBe('MS')
})

test('letters beyond the basic plane are not torn apart', () => {
  expect(initialsOf('𝒜da 𝓛ovelace')).toBe('𝒜𝓛')
})

test('somebody without a name still has a button', () => {
  expect(initialsOf('')).toBe('?')
})
