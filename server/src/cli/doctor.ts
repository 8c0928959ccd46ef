import { access, constants, mkdir, statfs } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Adapters } from '../app/choose-adapters.ts'
import type { Config } from '../app/config.ts'
import { countLacking } from '../app/reprocess.ts'
import { type CommonOptions, command, withInstallation } from './command.ts'
import { outputTo, table } from './output.ts'

/** `missing`: something is left out, the rest works. `broken`: it does not work. */
type Finding = { subject: string; state: 'good' | 'missing' | 'broken'; detail: string }

export function doctorCommand(): Command {
  return command('doctor', 'look at this machine and say what is missing and which package brings it', {
    ofAccount: false,
  }).action((options: CommonOptions) =>
    withInstallation(async (config, adapters) => {
      const findings = [
        node(),
        await dataFolder(config),
        await database(adapters),
        ...(await mediaTools(adapters)),
        ...(await lackingFiles(adapters)),
      ]
      const healthy = findings.every(({ state }) => state !== 'broken')
      outputTo(options.json ?? false).result(
        { healthy, findings },
        table(
          ['', 'SUBJECT', 'DETAIL'],
          findings.map(({ subject, state, detail }) => [marks[state], subject, detail]),
        ),
      )
      if (!healthy) process.exitCode = 1
    }),
  )
}

const marks = { good: 'ok', missing: '--', broken: '!!' } as const

function node(): Finding {
  const good = Number(process.versions.node.split('.')[0]) >= 24
  return {
    subject: 'Node',
    state: good ? 'good' : 'broken',
    detail: good ? process.version : `${process.version}, but 24 is needed`,
  }
}

async function dataFolder({ dataFolder: folder }: Config): Promise<Finding> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    const freeGb = (bavail * bsize) / 1e9
    return {
      subject: 'Data folder',
      state: freeGb > 1 ? 'good' : 'broken',
      detail: `${folder}, ${freeGb.toFixed(1)} GB free`,
    }
  } catch (error) {
    return {
      subject: 'Data folder',
      state: 'broken',
      detail: `${folder} can't be written: ${(error as Error).message}`,
    }
  }
}

async function database({ control }: Adapters): Promise<Finding> {
  const accounts = await control.read.accounts.all()
  return { subject: 'Database', state: 'good', detail: `${accounts.length} account(s)` }
}

/** Files that were looked into without a tool, or by an earlier release, and could show or say more by now or with it. */
async function lackingFiles({ control, libraries }: Adapters): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const account of await control.read.accounts.all()) {
    const lacking = await countLacking(await libraries.of(account))
    for (const [what, files] of Object.entries(lacking)) {
      const detail = `${files} of ${account.host} were looked into without ${what}; descant reprocess --missing`
      findings.push({ subject: 'Files', state: 'missing', detail })
    }
  }
  return findings
}

async function mediaTools({ media }: Adapters): Promise<Finding[]> {
  return (await media.report()).map(({ tool, version, neededFor, debianPackage }) =>
    version !== null
      ? { subject: tool, state: 'good', detail: version }
      : {
          subject: tool,
          state: 'missing',
          detail: `needed for ${neededFor}${debianPackage ? `; apt-get install ${debianPackage}` : ''}`,
        },
  )
}
