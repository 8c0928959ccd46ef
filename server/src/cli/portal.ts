import { Command, Option } from 'commander'
import { createPortal } from '../domain/portal/change-portal.ts'
import { type PortalKind, portalKinds } from '../domain/portal/portal.ts'
import { groupsNamed } from '../domain/user/change-group.ts'
import { usersNamed } from '../domain/user/find-users.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { gather } from './gather.ts'
import { table } from './output.ts'

type AddOptions = CommonOptions & { kind: PortalKind; content: string[]; user: string[]; group: string[] }

export function portalCommands(): Command {
  return new Command('portal')
    .description('portals, workspaces and style guides: named parts of the library')
    .addCommand(add())
    .addCommand(list())
}

const add = () =>
  command('add <name>', 'add a portal, workspace or style guide')
    .addOption(new Option('--kind <kind>', 'what it is').choices(portalKinds).makeOptionMandatory())
    .option('--content <idpath>', 'ids or id paths of the folders and albums it shows; may be given again', gather, [])
    .option('--user <email>', 'who may enter it; may be given again', gather, [])
    .option('--group <name>', 'whose members may enter it; may be given again', gather, [])
    .action((name: string, options: AddOptions) =>
      withAccount(options, async ({ adapters, library, output }) => {
        const { kind, content: contents } = options
        const users = await usersNamed(library.read, options.user)
        const groups = await groupsNamed(library.read, options.group)
        const portal = await createPortal({ ...adapters, library }, { name, kind, contents, users, groups })
        output.result(
          { id: portal.id, name: portal.name, kind, contents: portal.contents },
          `Added ${portal.name}. Its API: /api/p/${portal.id}/v1/…`,
        )
      }),
    )

const list = () =>
  command('list', 'all portals, workspaces and style guides').action((options: CommonOptions) =>
    withAccount(options, async ({ library, output }) => {
      const portals = await library.read.portals.all()
      output.result(
        portals.map(({ id, name, kind, contents }) => ({ id, name, kind, contents })),
        table(
          ['NAME', 'KIND', 'ID', 'CONTENT'],
          portals.map(({ name, kind, id, contents }) => [name, kind, id, contents.join(' ')]),
        ),
      )
    }),
  )
