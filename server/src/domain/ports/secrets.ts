/** What the server's key and the password hash can do. The key never leaves the adapter. */
export interface Secrets {
  /** For tokens, codes and app secrets: SHA-256 in hex. They are random, so no salt is needed. */
  digest(secret: string): string
  /** Equal, compared in constant time. */
  equal(a: string, b: string): boolean
  /** HMAC-SHA-256 in base64url, over text, with a key derived for this purpose from the server's key. */
  sign(purpose: string, text: string): string
  /** HMAC-SHA-256 in hex, with a key that somebody else knows too. */
  hmac(key: string, text: string): string
  /** Encrypts with the server's key; `unseal` gives it back or throws when it was touched. */
  seal(plain: string): string
  unseal(sealed: string): string
  /** Argon2id. */
  hashPassword(password: string): Promise<string>
  /** With `null` does the same work and answers false, so that an unknown user takes as long as a wrong password. */
  verifyPassword(hash: string | null, password: string): Promise<boolean>
}
