import { expect, test } from 'vitest'
import { slots } from './slots.ts'

test('who waits for one thing takes turns with who waits for another, however many they are', async () => {
  const places = slots(1)
  const first = await places.take()
  const order: string[] = []
  const take = (about: string, name: string) =>
    places.take(undefined, about).then((release) => {
      order.push(name)
      release()
    })
  const pages = Array.from({ length: 100 }, (_, page) => take('long.pdf', `page ${page}`))
  const photo = take('photo.jpg', 'photo')
  const film = take('film.mp4', 'film')

  first()
  await Promise.all([...pages, photo, film])

  expect(order.slice(0, 4)).toEqual(['page 0', 'photo', 'film', 'page 1'])
  expect(order).toHaveLength(102)
})

test('who gives up waiting keeps nobody else waiting', async () => {
  const places = slots(1)
  const first = await places.take()
  const leaving = new AbortController()
  const gone = places.take(leaving.signal, 'a')
  const next = places.take(undefined, 'b')

  leaving.abort(new Error('not wanted'))
  await expect(gone).rejects.toThrow('not wanted')
  first()

  const release = await next
  release()
  release() // twice is once
  const [one, two] = [places.take(), places.take()]
  await one
  const last = await Promise.race([two.then(() => 'had'), Promise.resolve('waits')])
  expect(last).toBe('waits')
})
