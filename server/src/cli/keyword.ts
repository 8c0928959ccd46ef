import { Command } from 'commander'
import { addKeyword } from '../domain/keyword/add-keyword.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { table } from './output.ts'

export function keywordCommands(): Command {
  return new Command('keyword').description('the vocabulary').addCommand(add()).addCommand(list())
}

const add = () =>
  command('add <name>', 'add a keyword; one that is there already stays as it is')
    .option('--description <text>', 'what it is for', '')
    .action((name: string, options: CommonOptions & { description: string }) =>
      withAccount(options, async ({ adapters, library, output }) => {
        await addKeyword({ ...adapters, library }, { name, description: options.description })
        const keyword = await library.read.keywords.findByName(name.trim())
        output.result({ name: keyword?.name, description: keyword?.description }, `The vocabulary has ${keyword?.name}`)
      }),
    )

const list = () =>
  command('list', 'the vocabulary, with the number of assets that carry each keyword').action(
    (options: CommonOptions) =>
      withAccount(options, async ({ library, output }) => {
        const keywords = await library.read.keywords.allWithUse()
        output.result(
          keywords.map(({ name, description, assets }) => ({ name, description, assets })),
          table(
            ['KEYWORD', 'ASSETS', 'DESCRIPTION'],
            keywords.map((each) => [each.name, String(each.assets), each.description]),
          ),
        )
      }),
  )
