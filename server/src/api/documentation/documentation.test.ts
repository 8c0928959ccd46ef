import type { Endpoint } from '@descant/contract'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'

type Document = {
  openapi: string
  paths: Record<string, Record<string, { operationId: string; summary: string }>>
  components: { schemas: Record<string, unknown> }
}

describe('the list of endpoints', () => {
  test('says everything about each, in the published form', async ({ dam }) => {
    const mara = await dam.person('mara')

    const { status, body } = await mara.get<Endpoint[]>('/api/v1')

    expect(status).toBe(200)
    const silent = body.filter(({ description }) => description === '').map(({ method, url }) => `${method} ${url}`)
    expect(silent).toEqual([])
  })
})

describe('/openapi.json', () => {
  test('is OpenAPI 3.1', async ({ dam }) => {
    const { status, body } = await dam.ask<Document>('GET', '/openapi.json')

    expect(status).toBe(200)
    const { valid, errors } = await new Validator().validate(structuredClone(body))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })
})
