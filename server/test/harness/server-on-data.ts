import { chooseAdapters } from '../../src/app/choose-adapters.ts'
import { loadConfig } from '../../src/app/config.ts'
import { openServer } from '../../src/app/open-server.ts'
import { checkedAnswers } from './checked-answers.ts'

export type ServerOnData = { origin: string; close(): Promise<void> }

/** A server on data that is there already, as it starts in the morning. */
export async function serverOn(env: Record<string, string>): Promise<ServerOnData> {
  const config = loadConfig({ DESCANT_PORT: '0', DESCANT_RATE_LIMITS: 'off', DESCANT_WORKERS: '1', ...env })
  return await openServer(config, await chooseAdapters(config), { serializer: checkedAnswers })
}
