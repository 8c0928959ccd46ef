import type { Identified, MediaTools } from '../ports/media-tools.ts'
import type { Role } from '../user/user.ts'

/** Why there is no picture of such a file, in a sentence; an administrator also hears what would help. */
export async function whyNotDrawn(
  media: Pick<MediaTools, 'lacking' | 'report'>,
  { identified, role }: { identified: Identified; role: Role },
): Promise<string> {
  const { extension, scheme } = identified
  const kind = extension === '' ? 'Files of this kind' : `${extension.toUpperCase()} files`
  const lacking = new Set(await media.lacking(identified))
  if (lacking.size === 0) {
    return scheme === 'other' ? `${kind} have no preview.` : 'There is nothing to be seen of this file.'
  }
  if (role !== 'admin') return `${kind} can’t be shown on this server at the moment.`
  const missing = (await media.report()).filter(({ tool, version }) => lacking.has(tool) && version === null)
  const packages = missing.map(({ debianPackage, tool }) => debianPackage ?? tool)
  return packages.length === 0
    ? `${kind} can be shown now: the server makes their previews anew when it is told “descant reprocess”.`
    : `${kind} can’t be shown, because the server lacks ${packages.join(' and ')}. Install the package, then start “descant reprocess”.`
}
