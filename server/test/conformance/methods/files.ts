import type { DocumentedCase, DocumentedMethod } from '../documented-method.ts'
import { redirected, unknownContent } from '../usual-differences.ts'

const signed = /^http:\/\/127\.0\.0\.1:\d+\/direct\/.+/
const bytesOf = (says: string, ask: string): DocumentedCase => ({
  says,
  ask: `GET /api_binary/v1/${ask}`,
  status: 200,
  answer: { leadsTo: signed },
  differs: [redirected],
})

export const fileMethods: DocumentedMethod[] = [
  {
    number: '#4',
    name: 'Download content',
    perMinute: 1000,
    cases: [
      bytesOf('download', 'image/{picture}'),
      bytesOf('preview of an older version', 'image/{image}/{old version}/preview'),
      bytesOf('preview', 'image/{picture}/preview'),
      bytesOf('preview of 500 pixels', 'image/{picture}/preview/500'),
      bytesOf('PNG', 'image/{picture}/PNG'),
      bytesOf('HighJPG', 'image/{picture}/HighJPG'),
      bytesOf('LowJPG', 'image/{picture}/LowJPG'),
      bytesOf('metadata', 'image/{picture}/metadata'),
      bytesOf('play, of a sound', 'audio/{sound}/play'),
      unknownContent('GET /api_binary/v1/image/{nothing}'),
      unknownContent('GET /api_binary/v1/image/{picture}/play', 'what an image does not have'),
    ],
  },
  {
    number: '#24',
    name: 'Advanced Download Options',
    perMinute: 500,
    cases: [
      bytesOf('resize', 'advance/image/{picture}/download?resize=100x80&type=png&dpi=72'),
      bytesOf(
        'crop, with empty parameters beside it',
        'advance/image/{picture}/download?resize=&crop=40x30%2B10%2B20&version=&type=jpeg&dpi=72',
      ),
      bytesOf('preset', 'advance/image/{picture}/download?resize=&crop=&version=&type=jpeg&dpi=72&preset={preset}'),
      unknownContent('GET /api_binary/v1/advance/image/{nothing}/download?resize=100x80'),
    ],
  },
  {
    number: '#38',
    name: 'Obtain asset preview Cloudfront URL',
    perMinute: 1000,
    cases: [
      ...['', '/500', '/800'].map((size) => ({
        says: `the sample${size && `, ${size}`}`,
        ask: `GET /api_binary/v1/image/{picture}/previewURI${size}`,
        status: 200,
        answer: { text: signed },
      })),
      unknownContent('GET /api_binary/v1/image/{nothing}/previewURI'),
    ],
  },
  {
    number: '#39',
    name: 'Obtain asset download Cloudfront URL',
    perMinute: 1000,
    cases: [
      {
        says: 'the sample',
        ask: 'GET /api_binary/v1/image/{picture}/directuri',
        status: 200,
        answer: { text: signed },
      },
      unknownContent('GET /api_binary/v1/image/{nothing}/directuri'),
    ],
  },
  {
    number: '#40',
    name: 'Batch load Cloudfront URLs',
    perMinute: null,
    cases: [
      {
        says: 'the sample',
        ask: {
          to: 'POST /api_binary/v1/batch/directuri',
          body: [
            { id: '{picture}', scheme: 'image' },
            { id: '{sound}', scheme: 'audio' },
          ],
        },
        status: 200,
        answer: {
          json: [
            {
              preview: 'https://jimcai.flightbycanto.com/api_binary/v1/image/hqiduuc6l96fldlgqh49eb032e/preview',
              scheme: 'image',
              displayName: 'C02-19-0688.jpg',
              id: 'hqiduuc6l96fldlgqh49eb032e',
              directUri: 'https://d15cl5q7pq68a5.cloudfront.net/90dfc36a-4eeb-4e90-8b16-b64f72cd6a7c/8ea4df',
            },
          ],
        },
      },
      {
        says: 'a body that is no list',
        ask: { to: 'POST /api_binary/v1/batch/directuri', body: { id: '{picture}' } },
        status: 400,
      },
    ],
  },
]
