import { describe, expect, test } from 'vitest'
import { copiesAll, planFilm } from './plan-playing.ts'
import { readStreams } from './probe-streams.ts'

/** What ffprobe prints of a plain film, with some of it otherwise. */
const film = (video: Record<string, unknown> = {}, audio: Record<string, unknown> | null = {}, bits = '3000000') =>
  planFilm(
    readStreams({
      format: { duration: '10.0', bit_rate: bits },
      streams: [
        {
          ...{ codec_type: 'video', codec_name: 'h264', profile: 'High', pix_fmt: 'yuv420p', width: 1280, height: 720 },
          ...{ sample_aspect_ratio: '1:1', avg_frame_rate: '30000/1001', ...video },
        },
        ...(audio ? [{ codec_type: 'audio', codec_name: 'aac', profile: 'LC', channels: 2, ...audio }] : []),
      ],
    }),
  )
const sizeOf = (plan: ReturnType<typeof film>) =>
  plan && typeof plan.video === 'object' ? [plan.video.width, plan.video.height] : plan?.video

describe('a film', () => {
  test('that every browser plays is left as it is', () => {
    for (const plan of [film(), film({}, null), film({ width: 720, height: 1280 }), film({ profile: 'Main' })]) {
      expect(plan && copiesAll(plan)).toBe(true)
    }
  })

  test.each([
    ['another codec', { codec_name: 'hevc' }],
    ['ten bits', { profile: 'High 10', pix_fmt: 'yuv420p10le' }],
    ['four times as many colours', { pix_fmt: 'yuv444p' }],
    ['more lines', { width: 1920, height: 1080 }],
    ['oblong pixels', { sample_aspect_ratio: '4:3' }],
    ['more frames than screens show', { avg_frame_rate: '120/1' }],
  ])('with %s is made anew', (_, video) => {
    expect(film(video)?.video).toBeTypeOf('object')
  })

  test('that is heavier than a lighter version may be is made anew', () => {
    expect(film({}, {}, '20000000')?.video).toBeTypeOf('object')
  })

  test.each([
    [1920, 1080, [1280, 720]],
    [1080, 1920, [720, 1280]],
    [3840, 1600, [1728, 720]],
    [641, 479, [642, 480]],
    [320, 240, [320, 240]],
    [20_000, 1000, [4096, 204]],
  ])('of %i by %i pixels keeps its shape, is even, and never larger', (width, height, size) => {
    expect(sizeOf(film({ codec_name: 'vp9', width, height }))).toEqual(size)
  })

  test('lying on its side is turned, and its oblong pixels become square', () => {
    const side_data_list = [{ rotation: -90 }]
    expect(sizeOf(film({ codec_name: 'hevc', width: 1920, height: 1080, side_data_list }))).toEqual([720, 1280])
    expect(sizeOf(film({ width: 720, height: 576, sample_aspect_ratio: '16:11' }))).toEqual([1048, 576])
  })

  test('has one sound channel or two, and its cover is not its picture', () => {
    expect(film({}, { codec_name: 'pcm_s16le', channels: 1 })?.audio).toEqual({ channels: 1 })
    expect(film({}, { channels: 6 })?.audio).toEqual({ channels: 2 })
    expect(film({ disposition: { attached_pic: 1 } })).toBeNull()
  })
})
