// The directions of imports of ARCHITECTURE.md. `$1` is the folder captured in `from`, so a new area, adapter or
// feature is guarded the day its folder appears.
const ours = '^(contract|client|network|ui|server|web|connector)/'
const tests = '(\\.test\\.tsx?$|/test/)'

const only = (name, from, may, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: ours, pathNot: [may, '/node_modules/'].flat() },
})

/** A library, or a part of Node, that only some folders may use. */
const pinned = (name, library, folders) => ({
  name: `${name}-stays-where-it-belongs`,
  comment: `${name} is used in ${folders.join(', ')} alone`,
  severity: 'error',
  from: { path: ours, pathNot: [tests, ...folders] },
  to: { path: library, dependencyTypesNot: ['type-only'] },
})

const npm = (names) => `node_modules/(${names})/`

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'everything-resolves', severity: 'error', from: { path: ours }, to: { couldNotResolve: true } },
    only('contract-stands-alone', '^contract/', '^contract/', 'The wire knows only the schema library'),
    only('client-speaks-contract', '^client/', '^(contract|client)/', 'Anyone can use the client'),
    only('network-stands-alone', '^network/', '^network/', 'Where requests may lead, whoever sends them'),
    only('ui-shows-and-does-not-ask', '^ui/', '^ui/', 'Components without data'),
    only('domain-knows-only-itself', '^server/src/domain/', '^server/src/domain/', 'Rules do not know the world'),
    only(
      'adapter-serves-the-domain',
      '^server/src/adapters/([^/]+)/',
      ['^network/', '^server/src/domain/', '^server/src/adapters/$1/'],
      'No adapter knows another',
    ),
    only(
      'api-area-stands-alone',
      '^server/src/api/([^/]+)/',
      ['^contract/', '^server/src/domain/', '^server/src/api/http/', '^server/src/api/$1/'],
      'No area knows another',
    ),
    only(
      'cli-asks-the-app',
      '^server/src/cli/',
      ['^server/src/(app|domain|cli)/'],
      'Commands are put together in app/',
    ),
    only(
      'app-is-known-to-nobody',
      '^server/src/(api|adapters|domain)/',
      ['^(contract|client|network)/', '^server/src/(api|adapters|domain)/'],
      'Nobody knows app/',
    ),
    only(
      'web-feature-stands-alone',
      '^web/src/features/([^/]+)/',
      ['^(contract|client|ui)/', '^web/src/lib/', '^web/src/features/$1/'],
      'No feature knows another',
    ),
    only('web-is-a-client', '^web/', '^(contract|client|ui|web)/', 'No back door into the server'),
    only(
      'connector-is-a-client',
      '^connector/',
      '^(contract|client|network|ui|connector)/',
      'No back door into the server',
    ),
    pinned('fastify', npm('fastify|@fastify'), ['^server/src/(api|app)/', '^connector/src/(api|app|main)']),
    pinned('kysely', npm('kysely|pg'), ['^server/src/adapters/database/']),
    pinned('sharp', npm('sharp'), ['^server/src/adapters/media/', '^connector/src/library/', '^samples/']),
    pinned('aws', npm('@aws-sdk'), ['^server/src/adapters/object-store/', '^connector/src/destination/']),
    pinned('node-io', '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|node:sqlite|sqlite)$', [
      '^server/src/(adapters|app|cli)/',
      '^connector/src/',
      '^client/src/node',
      '^network/src/',
    ]),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
