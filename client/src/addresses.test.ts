import { expect, test } from 'vitest'
import { addressesOf, NoSuchDomain } from './addresses.ts'

test.each([
  ['acme', 'https://acme.canto.com', 'https://oauth.canto.com'],
  [' Acme-2 ', 'https://acme-2.canto.com', 'https://oauth.canto.com'],
  ['acme.canto.com', 'https://acme.canto.com', 'https://oauth.canto.com'],
  ['https://acme.canto.com/album/SIR13?x=1', 'https://acme.canto.com', 'https://oauth.canto.com'],
  ['dam.example.org', 'https://dam.example.org', 'https://dam.example.org'],
  ['dam.example.org:8443', 'https://dam.example.org:8443', 'https://dam.example.org:8443'],
  ['https://dam.example.org/', 'https://dam.example.org', 'https://dam.example.org'],
  ['bücher.example', 'https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost:8080', 'http://localhost:8080', 'http://localhost:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080', 'http://[::1]:8080'],
  ['localhost', 'https://localhost', 'https://localhost'],
  ['localhost:8443', 'https://localhost:8443', 'https://localhost:8443'],
])('"%s" is %s, signing in at %s', (typed, api, oauth) => {
  expect(addressesOf(typed)).toEqual({ api, oauth })
})

test.each([
  '',
  '   ',
  'not a domain',
  'http://dam.example.org',
  'http://127.0.0.1.example.org',
  'ftp://dam.example.org',
  'javascript://x',
  'https://user:secret@dam.example.org',
  'https://',
  '-acme',
  'acme_x',
  'a..b',
  'acme.example:99999',
  'https:\\\\dam.example.org',
  '<script>',
])('"%s" is refused with a sentence', (typed) => {
  expect(() => addressesOf(typed)).toThrow(NoSuchDomain)
  expect(() => addressesOf(typed)).toThrow(/ /)
})
