import type { DocumentedMethod } from '../documented-method.ts'

const uploadLink = {
  portalName: 'CantoTest',
  description: 'CantoTest',
  emailSubject: 'Canto Test sent you a request to upload content',
  emailBody: 'To upload files, please click on the button below or copy the URL to a browser:',
  editable: false,
  recipients: [{ firstName: 'CantoTest', lastName: 'CantoTest', email: 'CantoTest@canto.com' }],
}

const shareDetail = {
  expires: '2038-11-08',
  hideShareBy: true,
  allowDownloadOriginal: true,
  allowCropAndResize: true,
  allowPresets: true,
}

export const sharingMethods: DocumentedMethod[] = [
  {
    number: '#23',
    name: 'Get Preset List',
    perMinute: 500,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/tenant/download/presets',
        status: 200,
        answer: {
          json: [
            {
              id: 'adad68e6b17d4f9ab6f0a0300aa9ad3a',
              name: 'test',
              description: 'small preview',
              height: 200,
              width: 200,
              keepAspectRatio: false,
              mainLibraryEnabled: true,
              portalEnabled: true,
            },
          ],
        },
      },
    ],
  },
  {
    number: '#25',
    name: 'Create Share Links',
    perMinute: 500,
    cases: [
      {
        says: 'the sample',
        ask: {
          to: 'PUT /api/v1/share/batch',
          body: { shareDetail, contents: [{ id: '{plain}', scheme: 'image' }] },
        },
        status: 200,
        answer: { text: /^http:\/\/127\.0\.0\.1:\d+\/s\/[^/]+$/ },
      },
      {
        says: 'contents keyed by id, as some clients send them',
        ask: {
          to: 'PUT /api/v1/share/batch',
          body: { shareDetail, contents: { '{plain}': { scheme: 'image' } } },
        },
        status: 200,
        answer: { text: /\/s\// },
      },
      {
        says: 'never expired ("if null")',
        ask: {
          to: 'PUT /api/v1/share/batch',
          body: { shareDetail: { ...shareDetail, expires: null }, contents: [{ id: '{plain}', scheme: 'image' }] },
        },
        status: 200,
        answer: { text: /\/s\// },
      },
    ],
  },
  {
    number: '#28',
    name: 'Create Upload Links',
    perMinute: 500,
    cases: [
      {
        says: 'the first sample',
        ask: { to: 'POST /api/v1/uploadlink', body: { ...uploadLink, isNeverExpired: true } },
        status: 200,
        answer: { text: /^[\w-]+$/ },
      },
      {
        says: 'the second sample',
        ask: {
          to: 'POST /api/v1/uploadlink',
          body: { ...uploadLink, isNeverExpired: false, displayExpireDate: '2039-02-20' },
        },
        status: 200,
        answer: { text: /^[\w-]+$/ },
      },
      {
        says: 'without the date that is needed then',
        ask: { to: 'POST /api/v1/uploadlink', body: { ...uploadLink, isNeverExpired: false } },
        status: 400,
      },
    ],
  },
]
