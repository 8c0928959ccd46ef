import type { DocumentedMethod } from '../documented-method.ts'
import { unknownContent } from '../usual-differences.ts'

const urls = {
  detail: 'https://obj.canto.com/smartalbum/image?column=image&id=abcdefghijklmnopqrstuvwxyz',
  preview: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/preview',
  PNG: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/PNG',
  HighJPG: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/HighJPG',
  download: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz',
  LowJPG: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/LowJPG',
  metadata: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/metadata',
}

const version = {
  no: '2',
  ownerName: 'first name last name',
  created: '20150418063836418',
  time: '20150418063836418',
  versionId: 'fileversionid2abcdefghighijklmnopqrstuvwxyz',
  uri: {
    preview: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/smallpreviewversionid2/preview',
    download: 'https://obj.canto.com/api_binary/v1/image/abcdefghijklmnopqrstuvwxyz/fileversionid2',
  },
}

export const contentMethods: DocumentedMethod[] = [
  {
    number: '#3',
    name: 'Get content details',
    perMinute: 500,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/image/{image}',
        status: 200,
        answer: {
          json: {
            scheme: 'image',
            id: 'abcdefghijklmnopqrstuvwxyz',
            name: 'sample.png',
            owner: 'noreply@canto.com',
            ownerName: 'first name last name',
            description: 'the description of the content',
            size: '123',
            created: '20150415063836418',
            time: '20150422063836418',
            lastUploaded: '20150418063836418',
            url: urls,
            tag: ['the', 'tag', 'list'],
            keyword: ['the', 'keyword', 'list'],
            default: {
              Name: 'original.png',
              'Content Type': 'image/png',
              Dimensions: '1024*768 Pixels',
              'Creation Tool': 'Adobe Photoshop CS6',
              Author: 'specified author',
              Copyright: null,
              'Date modified': '20150422063836418',
              'Date uploaded': '20150415063836418',
              'Uploaded by': 'noreply@canto.com',
              Color: 'RGB',
              Size: '123',
            },
            additional: {
              Product: 'my product',
              'License Expired Date': '20150401234123714',
              'License Used Number': '135',
            },
            versionHistory: [version, { ...version, no: '1' }],
            metadata: {
              'File Type': 'image',
              Orientation: 'Landscape File',
              'Image Height': '768',
              'File Name': 'original.jpg',
              'Asset Data Size (Long)': '123',
              'Finfotool version': '1.1',
              Color: 'RGB',
              Compression: 'Deflate/Inflate',
              Filter: 'Adaptive',
              'MIME Type': 'image/png',
              'File Modification Date/Time': '2015-04-20 08:08:28',
              'Bit Depth': '8',
              'Image Size': '1024x768',
              'File Type Detail': 'PNG',
              Interlace: 'Noninterlaced',
              'Color Model': 'RGB',
              'Image Width': '1024',
            },
            copyright: 'copyright',
            termsAndConditions: 'www.canto.com',
            approvalStatus: 'Approved',
            expirationDate: '20170930150000000',
          },
        },
        differs: [
          {
            at: 'metadata.Finfotool version',
            ours: 'absent',
            because: 'a tool of another maker; what is in the file is there under the names of the example',
          },
          {
            at: 'metadata.File Modification Date/Time',
            ours: 'absent',
            because: 'a posted form does not tell when the file was changed on its own machine',
          },
        ],
      },
      unknownContent('GET /api/v1/image/{nothing}'),
      unknownContent('GET /api/v1/Image/{image}', 'a scheme in another case ("case sensitive")'),
      unknownContent('GET /api/v1/video/{image}', 'another scheme than the content has'),
    ],
  },
  {
    number: '#41',
    name: 'Rename content',
    perMinute: 500,
    cases: [
      {
        says: 'the sample',
        ask: { to: 'PUT /api/v1/image/{fresh}/rename', body: { name: 'Canto.jpg' } },
        status: 200,
        answer: 'nothing',
      },
      {
        says: 'the same name again',
        after: [{ to: 'PUT /api/v1/image/{fresh}/rename', body: { name: 'Canto.jpg' } }],
        ask: { to: 'PUT /api/v1/image/{fresh}/rename', body: { name: 'Canto.jpg' } },
        status: 200,
        answer: 'nothing',
      },
      unknownContent({ to: 'PUT /api/v1/image/{nothing}/rename', body: { name: 'Canto.jpg' } }),
      ...['\\', '/', ':', '*', '?', '"', '<', '>', '|'].map((character) => ({
        says: `a name with ${character}`,
        ask: { to: 'PUT /api/v1/image/{fresh}/rename', body: { name: `a${character}b.jpg` } },
        status: 400,
      })),
      {
        says: 'a name of 201 characters',
        ask: { to: 'PUT /api/v1/image/{fresh}/rename', body: { name: 'x'.repeat(201) } },
        status: 400,
      },
      {
        says: 'a name of 200 characters',
        ask: { to: 'PUT /api/v1/image/{fresh}/rename', body: { name: 'x'.repeat(200) } },
        status: 200,
      },
    ],
  },
]
