import type { Outbox } from '@descant/contract'
import { expect } from 'vitest'
import { test as base, type Dam, startDam } from '../../../test/harness/dam.ts'
import { type Mailbox, openMailbox } from '../../../test/harness/mailbox.ts'
import type { Person } from '../../../test/harness/person.ts'
import { dropOldMail } from './drop-old-mail.ts'
import { queueMail } from './queue-mail.ts'

const from = 'Acme Library <dam@acme.example>'
const letter = { to: 'ines@acme.example', subject: 'Grüße: 🐅', text: 'Hello Ines,\n\nhttps://acme.example/x?a=b\n' }

const test = base.extend<{ mailbox: Mailbox; posting: Dam; ada: Person }>({
  // biome-ignore lint/correctness/noEmptyPattern: the first argument must be a pattern, and this needs none
  mailbox: async ({}, use) => {
    const mailbox = await openMailbox()
    await use(mailbox)
    await mailbox.close()
  },
  posting: async ({ mailbox }, use) => {
    const dam = await startDam({ env: { DESCANT_SMTP_URL: mailbox.url, DESCANT_MAIL_FROM: from } })
    await use(dam)
    await dam.close()
  },
  ada: async ({ posting }, use) => use(await posting.person('ada', { role: 'admin' })),
})

const queue = (dam: Dam, mail = letter) => dam.library.transaction((stores) => queueMail(dam.adapters, stores, mail))
const outboxOf = async (person: Person) => (await person.get<Outbox>('/web/v1/outbox')).body
const newest = async (person: Person) => (await outboxOf(person)).results[0]

test('a letter reaches the mail server as it was written', async ({ posting, mailbox, ada }) => {
  await queue(posting)
  await posting.settle()

  expect(mailbox.letters).toHaveLength(1)
  expect(mailbox.letters[0]).toMatchObject({
    recipients: [letter.to],
    from: { name: 'Acme Library', address: 'dam@acme.example' },
    to: [{ address: letter.to }],
    subject: letter.subject,
  })
  expect(mailbox.letters[0]?.text?.trim()).toBe(letter.text.trim())
  expect(await outboxOf(ada)).toMatchObject({
    sends: true,
    results: [{ to: letter.to, state: 'sent', text: '', reason: null, finished: expect.any(String) }],
  })
})

test('an address is one recipient, whatever it looks like, and a subject one line', async ({ posting, mailbox }) => {
  const tricky = { to: 'a,b@acme.example', subject: 'One\r\nBcc: eve@evil.example', text: '.\r\nQUIT\r\n' }
  await queue(posting, tricky)
  await posting.settle()

  const [arrived] = mailbox.letters
  expect([arrived?.recipients.length, arrived?.bcc]).toEqual([1, undefined])
  expect(arrived?.text).toContain('QUIT')
})

test('a refusal for good ends it, with what the mail server said', async ({ posting, mailbox, ada }) => {
  mailbox.refuse({ code: 550, sentence: 'No such mailbox here' })
  await queue(posting)
  await posting.settle()

  const failed = await newest(ada)
  expect(failed).toMatchObject({ state: 'failed', reason: expect.stringContaining('No such mailbox here') })

  mailbox.refuse(null)
  expect((await ada.post(`/web/v1/outbox/${failed?.id}/send`)).status).toBe(204)
  await posting.settle()
  expect(mailbox.letters).toHaveLength(1)
  expect(await newest(ada)).toMatchObject({ state: 'sent', reason: null })
  expect((await ada.post(`/web/v1/outbox/${failed?.id}/send`)).status).toBe(400)
})

test('a refusal for now is tried again, and says meanwhile why', async ({ posting, mailbox, ada }) => {
  mailbox.refuse({ code: 451, sentence: 'Greylisted, come back later' })
  await queue(posting)
  await expect
    .poll(() => newest(ada), { timeout: 10_000 })
    .toMatchObject({
      state: 'queued',
      reason: expect.stringContaining('Greylisted'),
    })

  mailbox.refuse(null)
  posting.advance({ minutes: 1 })
  await posting.settle()
  expect(mailbox.letters).toHaveLength(1)
  expect(await newest(ada)).toMatchObject({ state: 'sent' })
})

test('without a mail server a letter is kept where an administrator can read it', async ({ dam }) => {
  const ada = await dam.person('ada', { role: 'admin' })
  await queue(dam)
  await dam.settle()

  expect(await outboxOf(ada)).toMatchObject({
    sends: false,
    results: [{ ...letter, state: 'kept', reason: 'No mail server is set up' }],
  })
})

test('the outbox is for administrators in the web application, and their own', async ({ dam }) => {
  const mara = await dam.person('mara')
  await queue(dam)
  await dam.settle()
  const [kept] = await dam.library.read.mails.latest(1)
  expect((await mara.get('/web/v1/outbox')).status).toBe(403)
  expect((await dam.ask('GET', '/web/v1/outbox')).status).toBe(401)

  const other = await dam.addAccount('other.test')
  const olga = await dam.person('olga', { role: 'admin', of: other })
  expect((await outboxOf(olga)).results).toEqual([])
  expect((await olga.post(`/web/v1/outbox/${kept?.id}/send`)).status).toBe(404)
})

test('who was written to is forgotten after ninety days', async ({ dam }) => {
  await queue(dam)
  dam.advance({ days: 89 })
  await dropOldMail({ ...dam.adapters, library: dam.library })
  expect(await dam.library.read.mails.latest(9)).toHaveLength(1)
  dam.advance({ days: 2 })
  await dropOldMail({ ...dam.adapters, library: dam.library })
  expect(await dam.library.read.mails.latest(9)).toEqual([])
})
