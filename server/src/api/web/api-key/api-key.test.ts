import type { ApiKeyDetails, ApiKeyList } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test } from '../../../../test/harness/dam.ts'
import { askToken, connect, registerApp } from '../../../../test/harness/oauth-steps.ts'

const path = '/web/v1/api-keys'
const body = { name: 'Gelato', redirectUri: 'https://dashboard.gelato.example/dam/callback?x=1' }

describe('API keys', () => {
  test('are made with website and logo guessed, and show their secret again', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const made = await ada.post<ApiKeyDetails>(path, { body })
    expect(made.status).toBe(201)
    expect(made.body).toEqual({
      appId: expect.stringMatching(/^[0-9a-f]{32}$/),
      appSecret: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...body,
      website: 'https://dashboard.gelato.example',
      logoUrl: 'https://dashboard.gelato.example/favicon.ico',
      clientCredentials: false,
      createdBy: 'ada@descant.test',
      created: expect.stringMatching(/^\d{17}$/),
      lastUsed: null,
    })
    const shown = await ada.get(`${path}/${made.body.appId}`)
    expect(shown.body).toEqual(made.body)
    expect(shown.headers.get('cache-control')).toBe('no-store')

    const { appSecret, ...entry } = made.body
    const listed = await ada.get<ApiKeyList>(path)
    expect(listed.body.results).toEqual([entry])
    expect(JSON.stringify(listed.body)).not.toContain(appSecret)
  })

  test('change what is named and keep the rest', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const { body: made } = await ada.post<ApiKeyDetails>(path, { body })
    const changed = await ada.put<ApiKeyDetails>(`${path}/${made.appId}`, {
      body: { name: ' Print ', clientCredentials: true, website: '' },
    })
    expect(changed.body).toEqual({ ...made, name: 'Print', clientCredentials: true, website: '' })
    expect((await ada.get(`${path}/${made.appId}`)).body).toEqual(changed.body)
    const refused = await ada.put(`${path}/${made.appId}`, { body: { name: 'New', redirectUri: 'nonsense' } })
    expect(refused.status).toBe(400)
    expect((await ada.get(`${path}/${made.appId}`)).body).toEqual(changed.body)
  })

  test('say when they were last used', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    await connect(dam, ada, app)
    const { body: shown } = await ada.get<ApiKeyDetails>(`${path}/${app.id}`)
    expect(shown.lastUsed).toMatch(/^\d{17}$/)
  })

  test('end at once when they are revoked', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const { body: made } = await ada.post<ApiKeyDetails>(path, { body: { ...body, clientCredentials: true } })
    const ask = () =>
      dam.ask<{ accessToken: string }>('POST', '/oauth/api/oauth2/token', {
        body: { app_id: made.appId, app_secret: made.appSecret, grant_type: 'client_credentials' },
      })
    const { accessToken } = (await ask()).body
    expect((await ada.delete(`${path}/${made.appId}`)).status).toBe(204)
    const used = await dam.ask('GET', '/api/v1/user', { headers: { authorization: `Bearer ${accessToken}` } })
    expect([used.status, (await ask()).status]).toEqual([401, 400])
    expect((await ada.delete(`${path}/${made.appId}`)).status).toBe(404)
    expect((await ada.get(`${path}/${made.appId}`)).status).toBe(404)
  })

  test('refuse redirect URLs that lead nowhere good', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    for (const redirectUri of [
      '',
      '/back',
      'app.example/back',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://app.example/back#there',
      'https://app.example/a b',
      'https://app.example/\r\nSet-Cookie: x=1',
      'https://user:password@app.example/',
      'https:/app.example',
      'https://',
    ]) {
      const { status } = await ada.post(path, { body: { name: 'App', redirectUri } })
      expect([redirectUri, status]).toEqual([redirectUri, 400])
    }
    for (const wrong of [
      { name: '' },
      { name: 'x'.repeat(81) },
      { name: 'a\nb' },
      { logoUrl: 'javascript:alert(1)' },
    ]) {
      expect((await ada.post(path, { body: { ...body, ...wrong } })).status).toBe(400)
    }
    expect((await ada.get<ApiKeyList>(path)).body.results).toEqual([])
  })

  test('are for administrators in the web application, not for others and not for apps', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada, { clientCredentials: true })
    const asks = [
      ['GET', path],
      ['POST', path],
      ['GET', `${path}/${app.id}`],
      ['PUT', `${path}/${app.id}`],
      ['DELETE', `${path}/${app.id}`],
    ] as const
    const { body: token } = await askToken(dam, app, { grant_type: 'client_credentials' })
    const withBody = (method: string) => (method === 'POST' || method === 'PUT' ? { body } : {})
    for (const [method, address] of asks) {
      for (const role of ['contributor', 'consumer'] as const) {
        const person = await dam.person(role, { role })
        expect((await person.ask(method, address, withBody(method))).status).toBe(403)
      }
      const headers = { authorization: `Bearer ${token.accessToken}` }
      expect((await dam.ask(method, address, { ...withBody(method), headers })).status).toBe(403)
      expect((await dam.ask(method, address, withBody(method))).status).toBe(401)
    }
    expect((await ada.get(`${path}/${app.id}`)).status).toBe(200)
  })

  test('of another account are not there', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const eve = await dam.person('eve', { role: 'admin', of: await dam.addAccount('other.example') })
    expect((await eve.get<ApiKeyList>(path)).body.results).toEqual([])
    expect((await eve.get(`${path}/${app.id}`)).status).toBe(404)
    expect((await eve.put(`${path}/${app.id}`, { body: { name: 'Mine' } })).status).toBe(404)
    expect((await eve.delete(`${path}/${app.id}`)).status).toBe(404)
  })
})
