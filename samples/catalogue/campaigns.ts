import * as social from '../art/social.ts'
import * as summerPosters from '../art/summer-posters.ts'
import * as winterPosters from '../art/winter-posters.ts'
import { filmFile, mp3File } from '../formats/film-file.ts'
import { chime, wavFile } from '../formats/wav-file.ts'
import * as texts from '../texts.ts'
import { drawn, type Entry, inAlbum, people, text, type Words } from './entry.ts'

const sound = { title: 'Evening bells', author: people.studio }

export function summer(): Entry[] {
  const draw = drawn(inAlbum(['Campaigns', 'Summer'], 'Posters'))
  const words = (title: string, tag: string, ...keywords: string[]): Words => ({
    title,
    tags: ['poster', 'summer', tag],
    keywords: ['seasonal', 'do not crop', ...keywords],
    by: people.ida,
  })
  const a3 = { format: 'jpeg', width: 1754, dpi: 150 } as const
  return [
    draw(
      'poster-long-light.jpg',
      words('Poster: the sun that does not set', 'sun', 'print'),
      summerPosters.longLight,
      a3,
    ),
    draw(
      'poster-harbour-days.jpg',
      words('Poster: three sails for the open air market', 'boats', 'print'),
      summerPosters.harbour,
      a3,
    ),
    draw('poster-market.png', words('Poster: fruit, every Saturday', 'fruit', 'print'), summerPosters.market, {
      ...a3,
      format: 'png',
    }),
    draw(
      'poster-midsummer-night.tiff',
      words('Poster: arcs of the shortest night', 'night', 'print'),
      summerPosters.midsummer,
      { ...a3, format: 'tiff' },
    ),
    draw('poster-citrus.jpg', words('Poster: four slices', 'fruit', 'print'), summerPosters.citrus, a3),
  ]
}

export function summerSocial(): Entry[] {
  const file = inAlbum(['Campaigns', 'Summer'], 'Social')
  const draw = drawn(file)
  const words = (title: string, ...tags: string[]): Words => ({
    title,
    tags: ['summer', ...tags],
    keywords: ['social', 'seasonal'],
    by: people.mara,
  })
  const bells = () => wavFile(chime(6), sound)
  return [
    draw('post-out-now.jpg', words('Square post: out now', 'post'), social.squarePost, { format: 'jpeg', width: 1080 }),
    draw('story-less-but-lovelier.jpg', words('Story: less, but lovelier', 'story'), social.story, {
      format: 'jpeg',
      width: 1080,
    }),
    draw('banner-summer-is-here.webp', words('Banner for the shop', 'banner'), social.banner, {
      format: 'webp',
      width: 1600,
    }),
    file('evening-bells.wav', words('Bells over a low chord, six seconds', 'sound'), bells),
    {
      ...file(
        'evening-bells.mp3',
        words('The bells, small enough to send', 'sound'),
        async (folder) => await mp3File(folder, bells(), sound),
      ),
      needsFfmpeg: true,
    },
    {
      ...file(
        'summer-loop.mp4',
        words('A boat, a day and a night, in a loop', 'film'),
        async (folder) => await filmFile(folder, wavFile(chime(4), sound), 'Summer loop'),
      ),
      needsFfmpeg: true,
    },
    file('launch-plan.txt', words('Summer launch, week by week', 'plan'), text(texts.launchPlan)),
  ]
}

export function winter(): Entry[] {
  const draw = drawn(inAlbum(['Campaigns', 'Winter'], 'Posters'))
  const words = (title: string, tag: string, ...keywords: string[]): Words => ({
    title,
    tags: ['poster', 'winter', tag],
    keywords: ['seasonal', 'do not crop', ...keywords],
    by: people.ida,
  })
  const a3 = { format: 'jpeg', width: 1754, dpi: 150 } as const
  return [
    draw('poster-first-snow.jpg', words('Poster: firs, near and far', 'snow', 'print'), winterPosters.firstSnow, a3),
    draw(
      'poster-northern-lights.jpg',
      words('Poster: ribbons over the lake', 'night', 'print'),
      winterPosters.northernLights,
      a3,
    ),
    draw('poster-slow-evenings.jpg', words('Poster: one flame in the dark', 'candle'), winterPosters.candle, a3),
  ]
}
