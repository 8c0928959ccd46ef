import { expect, test } from 'vitest'
import { damAddresses } from './dam-addresses.ts'

test.each([
  ['acme', 'https://acme.canto.com', 'https://oauth.canto.com'],
  [' ACME ', 'https://acme.canto.com', 'https://oauth.canto.com'],
  ['acme.canto.com', 'https://acme.canto.com', 'https://oauth.canto.com'],
  ['https://acme.canto.com/', 'https://acme.canto.com', 'https://oauth.canto.com'],
  ['dam.example.org', 'https://dam.example.org', 'https://dam.example.org'],
  ['https://dam.example.org:8443', 'https://dam.example.org:8443', 'https://dam.example.org:8443'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['localhost:8080', 'http://localhost:8080', 'http://localhost:8080'],
  ['http://descant:8080', 'http://descant:8080', 'http://descant:8080'],
])('%s means %s', (domain, api, oauth) => {
  expect(damAddresses(domain)).toEqual({ api, oauth })
})

test.each([
  '',
  'ftp://dam.example.org',
  'https://user:pass@dam.example.org',
  'http://user:pass@10.0.0.1',
  'a b',
  'javascript:alert(1)',
])('%j is no domain', (domain) => {
  expect(() => damAddresses(domain)).toThrow(/domain/)
})
