/** Randomness, as the product needs it. Everything comes from a cryptographic source. */
export interface Ids {
  /** 128 bits, lower-case base32hex without padding, 26 characters; assets, versions, uploads, keywords, users. */
  newId<Id extends string>(): Id
  /** `length` characters of A–Z0–9; folders and albums. */
  newShortId(length: number): string
  /** `bytes` random bytes in lower-case hex; app ids, secrets, tokens. */
  newHex(bytes: number): string
}
