import { constants } from 'node:os'

/** Our decoders step back behind whoever is answered; the bare tools do the same here, so that neighbours take from both alike. */
export const decodersPriority = constants.priority.PRIORITY_LOW
