import type { UploadSetting } from '@descant/contract'
import { type Answer, ask } from '../harness/http-client.ts'
import type { ConformanceScene } from './scene.ts'

/** #10 as the page describes it: the form of #9, the file last. */
export async function postFile(scene: ConformanceScene, changed: Record<string, string> = {}): Promise<Answer> {
  const { url, ...fields } = (await scene.people.contributor.get<UploadSetting>('/api/v1/upload/setting')).body
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value)
  form.append('file', new Blob([`Posted ${scene.next()}`]), 'posted.txt')
  return await ask('POST', url, { body: form })
}
