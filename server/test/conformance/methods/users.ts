import type { DocumentedMethod } from '../documented-method.ts'

const added = { firstName: 'Jim', lastName: 'Cai', roles: ['consumer'], allowAccessMainTenant: true }
const noSeats = (who: string, num: number) =>
  `It looks like you are trying to add another user but the total number of purchased ${who} seats is ${num}. Send us an email at hello@canto.com to purchase additional seats.`

const entry = {
  role: 'Admin',
  userId: 'bradqiu@canto.com',
  firstName: 'Brad',
  lastName: 'Q',
  email: 'bradqiu@canto.com',
  allowAccessMainLibrary: true,
}

export const userMethods: DocumentedMethod[] = [
  {
    number: '#35',
    name: 'Add new user',
    perMinute: 500,
    cases: [
      {
        says: 'the sample',
        as: 'admin',
        ask: { to: 'POST /api/v1/user', body: { ...added, userId: 'user{n}@canto.com' } },
        status: 200,
        answer: 'nothing',
      },
      {
        says: 'by a token that is not Admin',
        ask: { to: 'POST /api/v1/user', body: { ...added, userId: 'user@canto.com' } },
        status: 403,
      },
      {
        says: 'an address that is there already',
        as: 'admin',
        after: [{ to: 'POST /api/v1/user', body: { ...added, userId: 'twice@canto.com' } }],
        ask: { to: 'POST /api/v1/user', body: { ...added, userId: 'twice@canto.com' } },
        status: 500,
        answer: { exactly: { code: 2152, message: 'The user ID already exists.' } },
      },
      {
        says: 'no seats left for consumers',
        as: 'admin',
        ask: async (scene) => {
          await scene.limitSeats({ consumerSeats: 1 })
          const answer = await scene.people.admin.post('/api/v1/user', {
            body: { ...added, userId: 'one-more@canto.com' },
          })
          await scene.limitSeats({ consumerSeats: null })
          return answer
        },
        status: 500,
        answer: { exactly: { code: 3203, message: noSeats('Consumer', 1) } },
      },
      {
        says: 'no seats left for administrators and contributors',
        as: 'admin',
        ask: async (scene) => {
          await scene.limitSeats({ editorSeats: 2 })
          const body = { ...added, roles: ['contributor'], userId: 'one-more@canto.com' }
          const answer = await scene.people.admin.post('/api/v1/user', { body })
          await scene.limitSeats({ editorSeats: null })
          return answer
        },
        status: 500,
        answer: { exactly: { code: 3201, message: noSeats('Admin and Contributor', 2) } },
      },
    ],
  },
  {
    number: '#36',
    name: 'Delete a user',
    perMinute: 500,
    cases: [
      {
        says: 'the sample',
        as: 'admin',
        after: [{ to: 'POST /api/v1/user', body: { ...added, userId: 'gone{n}@canto.com' } }],
        ask: 'DELETE /api/v1/user/gone{n}@canto.com',
        status: 200,
        answer: 'nothing',
      },
      { says: 'by a token that is not Admin', ask: 'DELETE /api/v1/user/ada@descant.test', status: 403 },
      { says: 'oneself', as: 'admin', ask: 'DELETE /api/v1/user/ada@descant.test', status: 400 },
    ],
  },
  {
    number: '#37',
    name: 'Get user list',
    perMinute: 500,
    cases: [
      {
        says: 'the example',
        as: 'admin',
        ask: 'GET /api/v1/users?include-group=true&include-portal=true',
        status: 200,
        answer: {
          json: {
            data: [
              entry,
              {
                ...entry,
                groups: ['Reviewer'],
                role: 'Contributor',
                grantedPortals: ['PortalSample'],
                grantedStyleGuides: ['GreatOutdoorsGo'],
                allowAccessMainLibrary: false,
              },
            ],
            currentPage: 1,
            pageSize: 100,
            totalCount: 3,
          },
        },
      },
      ...['', '?role=3&include-group=true&include-portal=true', '?name=Tom', '?page-size=1&page=2', '?role=0'].map(
        (query) => ({
          says: `a sample call${query}`,
          as: 'admin' as const,
          ask: `GET /api/v1/users${query}`,
          status: 200,
        }),
      ),
      {
        says: 'an invalid user of the token',
        as: 'nobody',
        ask: 'GET /api/v1/users',
        status: 403,
        differs: [{ at: 'status', ours: 401, because: 'named twice; 401 is what clients refresh on (§2)' }],
      },
    ],
  },
]
