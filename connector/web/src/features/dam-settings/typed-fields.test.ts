import { describe, expect, test } from 'vitest'
import { fieldsToSend, isComplete, isSameApp, typedFrom } from './typed-fields.ts'

const kept = {
  provider: 'canto',
  domain: 'acme',
  appId: 'id',
  isSecretSet: true,
  keyword: 'print',
  isSaved: true,
} as const
const typed = typedFrom(kept)

describe('what is typed', () => {
  test('is complete with every field, or with the secret that is kept', () => {
    expect(isComplete(typedFrom(null), null)).toBe(false)
    expect(isComplete(typed, kept)).toBe(true)
    expect(isComplete({ ...typed, keyword: ' ' }, kept)).toBe(false)
    expect(isComplete({ ...typed, domain: 'other' }, kept)).toBe(false)
    expect(isComplete({ ...typed, domain: 'other', appSecret: 's' }, kept)).toBe(true)
  })

  test('needs a new consent for another domain, app or secret, and none for another keyword', () => {
    expect(isSameApp({ ...typed, keyword: 'web' }, kept)).toBe(true)
    expect(isSameApp({ ...typed, appId: 'other' }, kept)).toBe(false)
    expect(isSameApp({ ...typed, appSecret: 'new' }, kept)).toBe(false)
  })

  test('is sent without a secret where none was typed', () => {
    expect(fieldsToSend(typed)).not.toHaveProperty('appSecret')
    expect(fieldsToSend({ ...typed, appSecret: 's' })).toHaveProperty('appSecret', 's')
  })
})
