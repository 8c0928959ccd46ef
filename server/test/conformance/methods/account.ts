import type { DocumentedMethod } from '../documented-method.ts'
import { unauthorized } from '../usual-differences.ts'

export const accountMethods: DocumentedMethod[] = [
  {
    number: '#1',
    name: 'List all API endpoints',
    perMinute: 1000,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1',
        status: 200,
        answer: {
          json: [
            {
              url: '/api[/p/{pname}]/v1/user',
              method: 'GET',
              description: 'get user info',
              parameters: [],
              exceptions: [],
              return: {
                type: 'user',
                description: 'user info',
                sampleResult: { userId: 'cantodev@canto.com', firstName: 'first name', lastName: 'last name' },
              },
            },
          ],
          pairedBy: { in: '', by: 'url' },
        },
      },
      unauthorized('GET /api/v1'),
    ],
  },
  {
    number: '#2',
    name: 'Get current user info',
    perMinute: 1000,
    cases: [
      {
        says: 'the example',
        ask: 'GET /api/v1/user',
        status: 200,
        answer: {
          json: {
            userId: 'flightdev@canto.com',
            name: 'Canto Developer',
            firstName: 'Canto',
            lastName: 'Developer',
            email: 'flightdev@canto.com',
            portalId: 'g-4a7bc30647f7414d81492403337c4838',
            portalName: 'ga',
            permissions: ['download', 'allowAdobeConnector'],
          },
        },
      },
      unauthorized('GET /api/v1/user'),
    ],
  },
]
