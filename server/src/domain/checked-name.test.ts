import { describe, expect, test } from 'vitest'
import { checkedName } from './checked-name.ts'
import { Invalid } from './domain-error.ts'

const folder = { of: 'folder', longest: 80 }

describe('a name', () => {
  test('loses the white space around it and keeps the rest', () => {
    expect(checkedName('  Sommer 2024 – Größe + 50 % 🌞 ', folder)).toBe('Sommer 2024 – Größe + 50 % 🌞')
  })

  test.each([...'\\/:*?"<>|', '\n', '\u0000', '\u007f', '\u0085'])('has no %j', (character) => {
    expect(() => checkedName(`a${character}b`, folder)).toThrow(Invalid)
  })

  test.each(['', '   ', '\t'])('is not empty: %j', (name) => {
    expect(() => checkedName(name, folder)).toThrow('needs a name')
  })

  test('is as long as it may be, counted in characters as people see them', () => {
    expect(checkedName('🌞'.repeat(80), folder)).toHaveLength(160)
    expect(() => checkedName('a'.repeat(81), folder)).toThrow('at most 80')
  })
})
