import { DomainError } from '../domain-error.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { Role, User, UserId } from './user.ts'

/** Administrators and contributors share one number of seats, consumers have another. */
export type SeatKind = 'editors' | 'consumers'
const kindOf = (role: Role): SeatKind => (role === 'consumer' ? 'consumers' : 'editors')

/** The published page's words and status. https://support.canto.com (#35) */
export class NoSeatsLeft extends DomainError {
  readonly refusal = 'documented-500'
  readonly code: 'no-editor-seats' | 'no-consumer-seats'
  constructor(kind: SeatKind, seats: number) {
    const who = kind === 'consumers' ? 'Consumer' : 'Admin and Contributor'
    super(
      `It looks like you are trying to add another user but the total number of purchased ${who} seats is ${seats}. Send us an email at hello@canto.com to purchase additional seats.`,
    )
    this.code = kind === 'consumers' ? 'no-consumer-seats' : 'no-editor-seats'
  }
}

/** Before somebody takes a seat, in the same transaction. Who is suspended has none; `but`: whose own does not count. */
export async function requireFreeSeat(
  { users, settings }: Pick<LibraryStores, 'users' | 'settings'>,
  role: Role,
  but: UserId | null = null,
): Promise<void> {
  const kind = kindOf(role)
  const { editorSeats, consumerSeats } = await settings.read()
  const seats = kind === 'editors' ? editorSeats : consumerSeats
  if (seats === null) return
  const others = (await users.all()).filter((user) => user.id !== but)
  if (seatsTaken(others, kind) >= seats) throw new NoSeatsLeft(kind, seats)
}

export const seatsTaken = (users: readonly User[], kind: SeatKind): number =>
  users.filter(({ role, suspended }) => !suspended && kindOf(role) === kind).length
