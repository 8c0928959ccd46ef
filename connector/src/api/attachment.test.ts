import { expect, test } from 'vitest'
import { attachment } from './attachment.ts'

test('a plain name stays plain, and every other is written twice', () => {
  expect(attachment('poster.jpg')).toBe(`attachment; filename="poster.jpg"; filename*=UTF-8''poster.jpg`)
  expect(attachment('Größe "A".pdf')).toBe(
    `attachment; filename="Gr__e _A_.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22A%22.pdf`,
  )
  expect(attachment("it's\r\n(new)")).not.toMatch(/[\r\n']\(/)
})
