import { describe, expect, test } from 'vitest'
import { hostNameIn, isHostName } from './host-name.ts'

describe('the host in an account’s address', () => {
  test.each([
    ['acme.dam.example', 'acme.dam.example'],
    [' ACME.dam.example/ ', 'acme.dam.example'],
    ['acme.dam.example:8080', 'acme.dam.example'],
    ['https://acme.dam.example/login?x=1', 'acme.dam.example'],
    ['acme.dam.example.', 'acme.dam.example'],
    ['127.0.0.1:8080', '127.0.0.1'],
    ['localhost', 'localhost'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['', null],
    ['https://', null],
    ['a b', null],
  ])('%s is %s', (address, host) => {
    expect(hostNameIn(address)).toBe(host)
  })
})

test('a host name has no port, no scheme and no odd characters', () => {
  expect(['localhost', 'a.b-c.example', '127.0.0.1'].every(isHostName)).toBe(true)
  const wrong = ['', 'A.example', 'a..b', '-a.example', 'a.example:80', 'http://a', 'a_b', 'x'.repeat(64), 'a/b']
  expect(wrong.some(isHostName)).toBe(false)
})
