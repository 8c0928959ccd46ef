// Clients that search at random, in a process of their own: origin, token, folder, clients, seconds, assets.
import { askWell, openClient } from './ask.ts'
import { Dice } from './library/dice.ts'
import { madeUpLibrary } from './library/made-up-assets.ts'
import { type Asked, pathOf, questions } from './questions.ts'
import { timingsOf } from './timings.ts'

const [origin = '', token = '', folder = '', clients = '8', seconds = '5', assets = '0'] = process.argv.slice(2)
const asked: Asked[][] = questions(madeUpLibrary(Number(assets)), Number(assets)).map((question) => [...question.asked])
const samples: number[] = []

console.log('begins')
const end = performance.now() + Number(seconds) * 1000
await Promise.all(Array.from({ length: Number(clients) }, (_, number) => client(new Dice(number))))
console.log(JSON.stringify(timingsOf(samples)))

async function client(dice: Dice): Promise<void> {
  const { ask, close } = openClient(origin, token)
  while (performance.now() < end) {
    samples.push((await askWell(ask, pathOf(dice.of(dice.of(asked)), folder))).ms)
  }
  close()
}
