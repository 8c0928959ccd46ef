import { Unauthenticated } from '../access/unauthenticated.ts'
import type { Account } from '../account/account.ts'
import { NotAllowed } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Libraries } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { keptEmail } from '../user/email-address.ts'
import { composedPassword, mostPasswordCharacters } from '../user/password.ts'
import type { User } from '../user/user.ts'
import { type Attempt, admitAttempt, failed, succeeded } from './sign-in-throttle.ts'
import { takeTurns } from './turns.ts'

export type SignInDeps = { control: Control; libraries: Libraries; secrets: Secrets; clock: Clock }

export type SignIn = {
  account: Account
  email: string
  password: string
  address: string
}

/** Guesses from one address wait for each other, so that counting them is exact. */
const turns = takeTurns()

/** Who it is, by e-mail address and password. A user there is not takes as long to refuse as a wrong password. */
export async function signIn(deps: SignInDeps, asked: SignIn): Promise<User> {
  const { secrets } = deps
  const { account, address } = asked
  const email = keptEmail(asked.email)
  const attempt: Attempt = {
    user: `user ${secrets.digest(`${account.id} ${email}`)}`,
    address: `address ${address}`,
  }
  return turns(address, () => tryPassword(deps, { ...asked, email, attempt }))
}

async function tryPassword(
  deps: SignInDeps,
  { account, email, password, attempt }: SignIn & { attempt: Attempt },
): Promise<User> {
  const { libraries, secrets, clock } = deps
  await admitAttempt(deps, attempt, clock.now())
  const library = await libraries.of(account)
  const user = await library.read.users.findByEmail(email)
  const isShort = password.length <= mostPasswordCharacters
  const isRight = await secrets.verifyPassword(
    isShort ? (user?.passwordHash ?? null) : null,
    isShort ? composedPassword(password) : '',
  )
  if (!user || !isRight) {
    await failed(deps, attempt, clock.now())
    throw new Unauthenticated('The e-mail address or the password is not right')
  }
  await succeeded(deps, attempt)
  // only who knows the password learns this
  if (user.suspended) throw new NotAllowed('Your access is suspended. Please ask your administrator.')
  return user
}
