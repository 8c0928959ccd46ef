import { Command, InvalidArgumentError } from 'commander'
import { createPreset } from '../domain/preset/create-preset.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { table } from './output.ts'

type AddOptions = CommonOptions & { width: number; height: number; description: string; keepAspectRatio?: boolean }

export function presetCommands(): Command {
  return new Command('preset').description('sizes to download pictures in').addCommand(add()).addCommand(list())
}

const add = () =>
  command('add <name>', 'add a preset')
    .requiredOption('--width <pixels>', 'width of the picture', pixels)
    .requiredOption('--height <pixels>', 'height of the picture', pixels)
    .option('--keep-aspect-ratio', 'fit inside that size instead of stretching')
    .option('--description <text>', 'what it is for', '')
    .action((name: string, { width, height, description, keepAspectRatio = false, ...options }: AddOptions) =>
      withAccount(options, async ({ adapters, library, output }) => {
        const everywhere = { mainLibraryEnabled: true, portalEnabled: true }
        const preset = await createPreset(
          { ...adapters, library },
          { name, description, width, height, keepAspectRatio, ...everywhere },
        )
        output.result(preset, `Added ${preset.name}, ${preset.width} × ${preset.height} pixels`)
      }),
    )

const list = () =>
  command('list', 'all presets').action((options: CommonOptions) =>
    withAccount(options, async ({ library, output }) => {
      const presets = await library.read.presets.all()
      output.result(
        presets,
        table(
          ['PRESET', 'WIDTH', 'HEIGHT', 'DESCRIPTION'],
          presets.map(({ name, width, height, description }) => [name, String(width), String(height), description]),
        ),
      )
    }),
  )

function pixels(word: string): number {
  if (!/^\d{1,9}$/.test(word)) throw new InvalidArgumentError('It is a whole number of pixels.')
  return Number(word)
}
