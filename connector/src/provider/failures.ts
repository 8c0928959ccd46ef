/** Why a DAM did not do what was asked. Each says what a person can do about it in `explain-failure.ts`. */
export class DamFailure extends Error {}

/** Nobody answers there, or not in time. */
export class DamUnreachable extends DamFailure {
  override readonly name = 'DamUnreachable'
}

/** Somebody answers, but not a Canto server. */
export class NotADam extends DamFailure {
  override readonly name = 'NotADam'
}

/** The app id, the app secret or the redirect URL is not the one registered. */
export class CredentialsRefused extends DamFailure {
  override readonly name = 'CredentialsRefused'
  readonly wrong: 'app-id' | 'app-secret' | 'redirect-uri' | 'unknown'
  constructor(wrong: CredentialsRefused['wrong'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.wrong = wrong
  }
}

/** The grant was revoked or has run out: a person must authenticate again. */
export class GrantRefused extends DamFailure {
  override readonly name = 'GrantRefused'
}

/** The grant is good, but not for this. */
export class NotAllowed extends DamFailure {
  override readonly name = 'NotAllowed'
}

/** The DAM answers with an error of its own, or is busy. */
export class DamFailing extends DamFailure {
  override readonly name = 'DamFailing'
  readonly status: number
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}

/** The file is not there any more. */
export class OriginalGone extends DamFailure {
  override readonly name = 'OriginalGone'
}

/** The bytes that came are not the ones the DAM speaks of. */
export class OriginalDiffers extends DamFailure {
  override readonly name = 'OriginalDiffers'
}
