import { expect, test } from 'vitest'
import { addressesFrom } from './addresses-from.ts'

test('website and logo follow from where the redirect URL lives', () => {
  expect(addressesFrom('https://dashboard.example.com/dam/callback?x=1')).toEqual({
    website: 'https://dashboard.example.com',
    logoUrl: 'https://dashboard.example.com/favicon.ico',
  })
  expect(addressesFrom('http://127.0.0.1:8090/canto/callback').website).toBe('http://127.0.0.1:8090')
})

test('half an address, or an app of its own scheme, fills in nothing', () => {
  for (const text of ['', 'https://', 'dashboard.example.com', 'myapp://callback', 'javascript:alert(1)']) {
    expect(addressesFrom(text)).toEqual({ website: '', logoUrl: '' })
  }
})
