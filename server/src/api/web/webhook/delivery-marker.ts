import { Invalid } from '../../../domain/domain-error.ts'
import type { DeliveryId } from '../../../domain/webhook/delivery.ts'
import type { DeliveryPlace } from '../../../domain/webhook/delivery-store.ts'

/** Opaque to clients: the delivery that the page before ended with. */
export const writeMarker = ({ queuedAt, id }: DeliveryPlace): string =>
  Buffer.from(`${queuedAt}.${id}`).toString('base64url')

export function readMarker(marker: string): DeliveryPlace {
  const [, time, id] = /^(\d{1,15})\.([0-9a-v]{26})$/.exec(Buffer.from(marker, 'base64url').toString()) ?? []
  if (time === undefined || id === undefined) {
    throw new Invalid(`marker: "${marker}" is not the nextMarker of an earlier answer`)
  }
  return { queuedAt: Number(time), id: id as DeliveryId }
}
