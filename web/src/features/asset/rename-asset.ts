import { type AssetAddress, pathOfAsset } from '../../lib/api/asset-details.ts'
import type { Dam } from '../../lib/dam.ts'

export const renameAsset = (dam: Dam, asset: AssetAddress, name: string) =>
  dam.ask(`${pathOfAsset(asset)}/rename`, { method: 'PUT', body: { name } })
