import { NotFound } from '../../domain/domain-error.ts'
import type { App } from './app.ts'

/** `/api/p/{portal}/v1/…` is the API within a portal; there are none yet, so none is found. */
export function refusePortals(app: App): void {
  for (const root of ['api', 'api_binary']) {
    app.all(`/${root}/p/:portal/v1/*`, async (request) => {
      throw new NotFound(`portal ${(request.params as { portal: string }).portal}`)
    })
  }
}
