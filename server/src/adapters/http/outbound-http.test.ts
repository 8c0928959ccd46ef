import { describe, expect, test } from 'vitest'
import { openReceiver } from '../../../test/harness/receiver.ts'
import { NoAnswer } from '../../domain/ports/outbound-http.ts'
import { outboundHttp } from './outbound-http.ts'

const never = new AbortController().signal
const message = (url: string) => ({ url, headers: { 'content-type': 'text/plain', 'x-a': 'b' }, body: 'Größe' })
const sentenceOf = (posting: Promise<unknown>) =>
  posting.then(
    () => 'it was answered',
    (error: unknown) => (error instanceof NoAnswer ? error.message : `unexpected: ${String(error)}`),
  )

describe('a message', () => {
  test('arrives as it is, and the answer comes back, whatever it is', async () => {
    await using receiver = await openReceiver((_, response) => response.writeHead(418).end('short and stout'))
    const http = outboundHttp({ allowPrivateNetwork: true })

    const answer = await http.post(message(`${receiver.url}?a=1`), never)

    expect(answer).toEqual({ status: 418, text: 'short and stout' })
    expect(receiver.received).toMatchObject([
      { method: 'POST', path: '/hook?a=1', text: 'Größe', headers: { 'x-a': 'b', 'content-type': 'text/plain' } },
    ])
    await http.close()
  })

  test('is not carried on by a redirect', async () => {
    await using elsewhere = await openReceiver()
    await using receiver = await openReceiver((_, response) =>
      response.writeHead(307, { location: elsewhere.url }).end(),
    )
    const http = outboundHttp({ allowPrivateNetwork: true })

    expect((await http.post(message(receiver.url), never)).status).toBe(307)
    expect(elsewhere.received).toEqual([])
    await http.close()
  })

  test('gets the beginning of an answer that never ends', async () => {
    await using receiver = await openReceiver((_, response) => {
      const more = () => response.write('x'.repeat(10_000)) && setImmediate(more)
      response.on('drain', more)
      more()
    })
    const http = outboundHttp({ allowPrivateNetwork: true, mostAnswerBytes: 100 })

    expect(await http.post(message(receiver.url), never)).toEqual({ status: 200, text: 'x'.repeat(100) })
    await http.close()
  })

  test('is given up when the answer, or its end, takes too long', async () => {
    const http = outboundHttp({ allowPrivateNetwork: true, timeoutMs: 100 })
    await using silent = await openReceiver(() => {})
    await using slow = await openReceiver((_, response) => response.write('and'))

    for (const { url } of [silent, slow]) {
      expect(await sentenceOf(http.post(message(url), never))).toBe('No answer within 0.1 s')
    }
    await http.close()
  })

  test('is given up when the server stops, for that reason', async () => {
    const http = outboundHttp({ allowPrivateNetwork: true })
    await using silent = await openReceiver(() => stopping.abort(new Error('stopping')))
    const stopping = new AbortController()

    await expect(http.post(message(silent.url), stopping.signal)).rejects.toThrow('stopping')
    await expect(http.post(message(silent.url), stopping.signal)).rejects.toThrow('stopping')
    expect(silent.received).toHaveLength(1)
    await http.close()
  })

  test('says when nobody is there', async () => {
    const receiver = await openReceiver()
    await receiver[Symbol.asyncDispose]()
    const http = outboundHttp({ allowPrivateNetwork: true })

    expect(await sentenceOf(http.post(message(receiver.url), never))).toBe('Nobody listens at this address')
    await http.close()
  })
})

describe('addresses that are refused when connecting', () => {
  test.for(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433'])(
    'this machine as %s',
    async (host) => {
      await using receiver = await openReceiver()
      const http = outboundHttp({ allowPrivateNetwork: false })
      const url = new URL(receiver.url)
      url.hostname = host

      expect(await sentenceOf(http.post(message(url.href), never))).toContain('lies in a private network')
      expect(receiver.received).toEqual([])
      await http.close()
    },
  )

  test.for([
    '10.1.2.3',
    '192.168.0.1',
    '172.20.0.1',
    '100.64.0.1',
    '[fd00::1]',
    '[::ffff:10.0.0.1]',
    '[64:ff9b::a00:1]',
  ])('a private network at %s', async (host) => {
    const http = outboundHttp({ allowPrivateNetwork: false })
    expect(await sentenceOf(http.post(message(`https://${host}/`), never))).toContain('lies in a private network')
    await http.close()
  })

  test.for(['169.254.169.254', '0.0.0.0', '224.0.0.1', '[fe80::1]', '[::]'])(
    '%s, whatever the setting says',
    async (host) => {
      const http = outboundHttp({ allowPrivateNetwork: true })
      expect(await sentenceOf(http.post(message(`http://${host}/`), never))).toContain('no address that may be asked')
      await http.close()
    },
  )

  test('the open internet over plain HTTP', async () => {
    const http = outboundHttp({ allowPrivateNetwork: true })
    expect(await sentenceOf(http.post(message('http://93.184.215.14/'), never))).toContain('it needs https')
    await http.close()
  })
})
