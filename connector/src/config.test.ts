import { expect, test } from 'vitest'
import { loadConfig } from './config.ts'

test('nothing is needed', () => {
  expect(loadConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 8090,
    publicUrl: null,
    allowPrivateNetwork: false,
    admin: { email: 'admin@descant.local', password: null },
    pollEveryMs: 30_000,
    downloadsAtOnce: 4,
  })
})

test.each<[NodeJS.ProcessEnv, RegExp]>([
  [{ CONNECTOR_PROT: '1' }, /^CONNECTOR_PROT is not a setting of the connector/],
  [{ CONNECTOR_PORT: 'http' }, /CONNECTOR_PORT is http/],
  [{ CONNECTOR_PORT: '70000' }, /CONNECTOR_PORT/],
  [{ CONNECTOR_PUBLIC_URL: 'connector.example' }, /CONNECTOR_PUBLIC_URL/],
  [{ CONNECTOR_PUBLIC_URL: 'https://connector.example/path' }, /CONNECTOR_PUBLIC_URL/],
  [{ CONNECTOR_ADMIN_EMAIL: 'nobody' }, /CONNECTOR_ADMIN_EMAIL/],
  [{ CONNECTOR_ALLOW_PRIVATE_NETWORK: 'perhaps' }, /CONNECTOR_ALLOW_PRIVATE_NETWORK/],
  [{ CONNECTOR_LOG: 'loud' }, /CONNECTOR_LOG/],
  [{ CONNECTOR_HOST: '0.0.0.0' }, /reachable from elsewhere over plain HTTP/],
])('%j stops the start with a sentence', (environment, sentence) => {
  expect(() => loadConfig(environment)).toThrow(sentence)
})

test('beyond loopback it takes a proxy or an explicit word', () => {
  expect(loadConfig({ CONNECTOR_HOST: '0.0.0.0', CONNECTOR_TRUST_PROXY: '10.0.0.1, loopback' }).trustProxy).toEqual([
    '10.0.0.1',
    'loopback',
  ])
  expect(loadConfig({ CONNECTOR_HOST: '0.0.0.0', CONNECTOR_ALLOW_HTTP: '1' }).host).toBe('0.0.0.0')
})
