import { chooseAdapters } from '../../server/src/app/choose-adapters.ts'
import { loadConfig } from '../../server/src/app/config.ts'
import { firstStart } from '../../server/src/app/first-start.ts'
import type { AssetId } from '../../server/src/domain/asset/asset.ts'
import { giveToken } from '../../server/test/harness/give-token.ts'
import { someAsset } from '../../server/test/harness/made-up.ts'

export type Seeded = { token: string; assetId: AssetId }

/** A library with this many assets and a token for it, written straight into the database. */
export async function seedLibrary(env: Record<string, string>, count: number): Promise<Seeded> {
  const config = loadConfig(env)
  const adapters = await chooseAdapters(config)
  try {
    const started = await firstStart(config, adapters)
    if (!started) throw new Error('The data folder was not empty')
    const library = await adapters.libraries.of(started.account)
    let assetId = '' as AssetId
    for (let done = 0; done < count; ) {
      const some = Array.from({ length: Math.min(500, count - done) }, (_, index) => madeUp(done + index))
      await library.transaction(async ({ assets, changes }) => {
        for (const asset of some) await assets.insert(asset)
        const time = adapters.clock.now()
        await changes.append(some.map(({ id, scheme }) => ({ event: 'asset.added' as const, scheme, id, time })))
      })
      done += some.length
      assetId = some.at(-1)?.id ?? assetId
    }

    const token = await giveToken(adapters, started.account, started.admin)
    return { token, assetId }
  } finally {
    await adapters.close()
  }
}

const words = ['harbour', 'summer', 'poster', 'brochure', 'pattern', 'portrait', 'press', 'kit', 'morning', 'market']

function madeUp(number: number) {
  const word = (step: number) => words[(number * 7 + step * 3) % words.length] ?? ''
  return someAsset({
    name: `${word(1)} ${word(2)} ${number}.jpg`,
    description: `A ${word(3)} for the ${word(4)}, made for the ${word(5)} campaign and kept for the ${word(6)}`,
    tags: [word(1), word(4), `series ${number % 200}`],
  })
}
