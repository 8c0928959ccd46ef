import { describe, expect, test } from 'vitest'
import { compareShapes } from './compare-shapes.ts'

describe('comparing an answer with the documented example', () => {
  test('finds nothing where every key is there with its type, and more keys', () => {
    expect(compareShapes({ a: 1, b: { c: 'x' } }, { a: 2, b: { c: '', d: true }, e: null })).toEqual([])
  })

  test('finds a key that is missing, and one of another type', () => {
    expect(compareShapes({ size: '123', found: 1 }, { size: 123 })).toEqual([
      { at: 'size', documented: 'string', ours: 'number' },
      { at: 'found', documented: 'number', ours: 'absent' },
    ])
  })

  test('finds a time or an address that is none', () => {
    const documented = { time: '20150415063836418', url: 'https://obj.canto.com/folder/J3V5N' }
    expect(compareShapes(documented, { time: '20260101000000000', url: 'http://127.0.0.1:80/x' })).toEqual([])
    expect(compareShapes(documented, { time: '2026-01-01', url: '/x' })).toEqual([
      { at: 'time', documented: documented.time, ours: '2026-01-01' },
      { at: 'url', documented: documented.url, ours: '/x' },
    ])
  })

  test('lets anything stand where the example has null, but for nothing', () => {
    expect(compareShapes({ a: null }, { a: 'text' })).toEqual([])
    expect(compareShapes({ a: null }, {})).toEqual([{ at: 'a', documented: 'null', ours: 'absent' }])
    expect(compareShapes({ a: 'text' }, { a: null })).toEqual([{ at: 'a', documented: 'string', ours: 'null' }])
  })

  test('asks of every entry what every documented entry has, and of one what some have', () => {
    const documented = [{ id: 'a' }, { id: 'b', size: '1' }]
    expect(compareShapes(documented, [{ id: 'c', size: '2' }, { id: 'd' }])).toEqual([])
    expect(compareShapes(documented, [{ id: 'c' }])).toEqual([{ at: '*.size', documented: 'string', ours: 'absent' }])
    expect(compareShapes(documented, [{ id: 'c', size: '2' }, { size: '2' }])).toEqual([
      { at: '*.id', documented: 'string', ours: 'absent' },
    ])
    expect(compareShapes(documented, [])).toEqual([{ at: '*', documented: 'object', ours: 'absent' }])
  })

  test('compares things of the same name', () => {
    const documented = [
      { name: 'tags', value: ['a'] },
      { name: 'duration', min: 1 },
    ]
    const ours = [{ name: 'duration', min: 2 }, { name: 'tags', value: ['b'] }, { name: 'more' }]
    expect(compareShapes(documented, ours, { in: '', by: 'name' })).toEqual([])
    expect(compareShapes(documented, ours.slice(1), { in: '', by: 'name' })).toEqual([
      { at: 'duration', documented: 'object', ours: 'absent' },
    ])
  })
})
