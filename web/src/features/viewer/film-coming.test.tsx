// @vitest-environment jsdom
import { cleanup, renderThemed, screen } from '@descant/ui/testing'
import { afterEach, expect, test } from 'vitest'
import { FilmComing } from './film-coming.tsx'

afterEach(cleanup)

test('a film that is being made ready says so, and how much is done once that is known', () => {
  renderThemed(<FilmComing poster={undefined} done={null} />)
  expect(screen.getByRole('status').textContent).toMatch(/being made ready/)
  expect(screen.queryByRole('progressbar')).toBeNull()
  cleanup()

  renderThemed(<FilmComing poster={undefined} done={0.417} />)
  expect(screen.getByRole('progressbar', { name: 'Made ready so far' }).getAttribute('value')).toBe('0.417')
  expect(screen.getByText('41 %')).toBeDefined()
})
