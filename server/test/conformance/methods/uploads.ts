import type { DocumentedMethod } from '../documented-method.ts'
import { postFile } from '../post-file.ts'

const fileName = '$'.concat('{filename}')

export const uploadMethods: DocumentedMethod[] = [
  {
    number: '#9',
    name: 'Get upload setting',
    perMinute: 1000,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/upload/setting',
        status: 200,
        answer: {
          json: {
            url: 'https://bucket-name.s3-us-west-2.amazonaws.com/',
            AWSAccessKeyId: 'ACCESS KEY ID',
            Policy: 'POLICY STRING',
            key: `tenant id/cantodev@canto.com/${fileName}`,
            Signature: 'Signature',
            acl: 'private',
            'x-amz-meta-tag': '',
            'x-amz-meta-file_name': fileName,
            'x-amz-meta-scheme': '',
            'x-amz-meta-id': '',
            'x-amz-meta-album_id': '',
          },
        },
      },
    ],
  },
  {
    number: '#10',
    name: 'Upload file',
    perMinute: 1000,
    cases: [
      { says: 'the form', ask: (scene) => postFile(scene), status: 200, answer: 'nothing' },
      {
        says: 'into an album',
        ask: (scene) => postFile(scene, { 'x-amz-meta-album_id': scene.named('album') }),
        status: 200,
        answer: 'nothing',
      },
      {
        says: 'a new version',
        ask: (scene) => postFile(scene, { 'x-amz-meta-scheme': 'image', 'x-amz-meta-id': scene.named('fresh') }),
        status: 200,
        answer: 'nothing',
      },
      {
        says: 'a setting that was changed (S3: 403)',
        ask: (scene) => postFile(scene, { Signature: 'Signature' }),
        status: 403,
      },
    ],
  },
  {
    number: '#11',
    name: 'Query upload status',
    perMinute: 500,
    cases: [
      ...['', '?hours=1', '?hours=24'].map((hours) => ({
        says: `the example${hours}`,
        ask: `GET /api/v1/upload/status${hours}`,
        status: 200,
        answer: {
          json: {
            found: 20,
            results: [
              { id: 'ob3mim4rf13dn2kc56lv1eko2p', name: 'China.jpg', time: '20150422150212000', status: 'processing' },
              { id: 'oers558mq96ov5djl3mc0sl31g', name: 'horse.jpg', time: '20150422181308000', status: 'done' },
            ],
          },
        },
      })),
      ...['0', '25', 'two'].map((hours) => ({
        says: `hours=${hours} ("an integer of 1..24")`,
        ask: `GET /api/v1/upload/status?hours=${hours}`,
        status: 400,
      })),
    ],
  },
]
