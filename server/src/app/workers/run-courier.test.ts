import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { someAccount, someId } from '../../../test/harness/made-up.ts'
import { openReceiver } from '../../../test/harness/receiver.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import { createWebhook } from '../../domain/webhook/create-webhook.ts'
import { chooseAdapters } from '../choose-adapters.ts'
import { loadConfig } from '../config.ts'
import { runCourier } from './run-courier.ts'

test('couriers that are killed at any moment tell every change, each as one delivery', {
  timeout: 120_000,
}, async () => {
  await using receiver = await openReceiver()
  const folder = await mkdtemp(join(tmpdir(), 'courier-'))
  const here = await open(folder)
  await createWebhook(
    { ...here.adapters, library: here.library },
    { url: receiver.url, events: ['asset.added'], by: '' },
  )

  const happened: AssetId[] = []
  for (let round = 0; round < 6; round++) {
    const courier = await startCourier(folder)
    const until = performance.now() + Math.random() * 700 // the moment is the point
    do {
      happened.push(...(await addSome(here.library)))
    } while (performance.now() < until)
    await killed(courier)
  }
  const last = runCourier({ ...here.adapters, pollMs: 50, leaseMs: 500 })
  const told = () => new Set(receiver.received.map(({ text }) => (JSON.parse(text) as { id: AssetId }).id))
  await expect.poll(() => told().size, { timeout: 60_000 }).toBe(happened.length)
  await last.close()
  const [webhook] = await here.library.read.webhooks.all()
  const log = webhook ? await here.library.read.deliveries.ofWebhook(webhook.id, { below: null, limit: 100_000 }) : []
  await here.adapters.close()
  await rm(folder, { recursive: true, force: true })

  expect([...told()].toSorted()).toEqual(happened.toSorted())
  expect(log.map(({ subjectId }) => subjectId).toSorted()).toEqual(happened.toSorted())
  // a message may come twice, under one id; another message never under it
  const byDelivery = Map.groupBy(receiver.received, ({ headers }) => headers['descant-delivery'])
  expect(byDelivery.size).toBe(happened.length)
  for (const [, same] of byDelivery) expect(new Set(same.map(({ text }) => text)).size).toBe(1)
})

type Opened = Awaited<ReturnType<typeof open>>

async function open(folder: string) {
  const config = loadConfig({ DESCANT_DATA: folder, DESCANT_ALLOW_PRIVATE_NETWORK: '1' })
  const adapters = await chooseAdapters(config)
  const account = someAccount()
  await adapters.control.transaction(({ accounts }) => accounts.insert(account))
  return { adapters, library: await adapters.libraries.of(account) }
}

async function addSome(library: Opened['library']): Promise<AssetId[]> {
  const ids = Array.from({ length: 5 }, () => someId<AssetId>())
  const time = Date.now()
  await library.transaction(({ changes }) =>
    changes.append(ids.map((id) => ({ event: 'asset.added', scheme: 'image', id, time }))),
  )
  return ids
}

/** Resolves when it works. */
async function startCourier(folder: string): Promise<ChildProcess> {
  const entry = new URL('../../../test/processes/deliver.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [entry, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  return child
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
