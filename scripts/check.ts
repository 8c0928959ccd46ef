// Format and lint, types, directions of imports, and what nobody uses: everything a tool can check.
import { spawnSync } from 'node:child_process'

const folders = [
  'contract/src',
  'client/src',
  'network/src',
  'ui/src',
  'server/src',
  'web/src',
  'connector/src',
  'connector/web/src',
]

const failed = [
  run('Format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  run('Types', 'node_modules/typescript-native/bin/tsc', ['-p', '.']),
  // a program of its own: each web application registers its router for all of its program
  run('Types of the connector’s pages', 'node_modules/typescript-native/bin/tsc', ['-p', 'connector/web']),
  importsFail(),
  run('Unused files, exports and dependencies', 'node_modules/knip/bin/knip.js', []),
].some(Boolean)
process.exitCode = failed ? 1 : 0

function run(title: string, tool: string, args: string[]): boolean {
  console.log(`\n${title}`)
  return spawnSync(process.execPath, [tool, ...args], { stdio: 'inherit' }).status !== 0
}

/** Without a TypeScript it can use, dependency-cruiser reads nothing and passes; so the number of modules is checked too. */
function importsFail(): boolean {
  console.log('\nDirections of imports')
  const tool = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tool, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders],
    {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
    },
  )
  if (!stdout) {
    console.error(stderr)
    return true
  }
  const { summary } = JSON.parse(stdout) as {
    summary: {
      totalCruised: number
      violations: { from: string; to: string; rule: { name: string; severity: string } }[]
    }
  }
  for (const { from, to, rule } of summary.violations) console.error(`  ${rule.name}: ${from} → ${to}`)
  console.log(`${summary.totalCruised} modules`)
  if (summary.totalCruised < 150) console.error('Too few modules were read: is there a TypeScript below 7 beside it?')
  return summary.totalCruised < 150 || summary.violations.some(({ rule }) => rule.severity === 'error')
}
