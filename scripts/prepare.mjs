// Brings what the other scripts need: packages, Node 24 among them, and with --build the built pages.
// Runs before them under whatever Node the machine has (20 or newer), so it is plain JavaScript.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const marks = join(root, 'node_modules', '.descant')
const quiet = process.argv.includes('--quiet')

const packagesNow = hashOf([join(root, 'package-lock.json')])
if (markOf('packages') !== packagesNow) {
  say('Installing packages …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  mark('packages', packagesNow)
}

if (process.argv.includes('--build')) {
  for (const page of ['web', 'connector/web']) build(page)
}

function build(page) {
  const sources = [
    'contract/src',
    'client/src',
    'ui/src',
    `${page}/src`,
    `${page}/index.html`,
    `${page}/vite.config.ts`,
    'package-lock.json',
  ]
  const now = hashOf(sources.flatMap((path) => filesUnder(join(root, path))))
  const name = `build-${page.replace('/', '-')}`
  if (markOf(name) === now && existsSync(join(root, page, 'dist', 'index.html'))) return
  say(`Building the pages in ${page} …`)
  run(join(root, 'node_modules', '.bin', 'node'), [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    page,
    '--logLevel',
    'warn',
  ])
  mark(name, now)
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'] })
  if (status === 0) return
  console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`)
  process.exit(status ?? 1)
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function markOf(name) {
  const file = join(marks, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function mark(name, value) {
  mkdirSync(marks, { recursive: true })
  writeFileSync(join(marks, name), value)
}
