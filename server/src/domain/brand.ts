declare const brand: unique symbol

/** A value of its own kind: an `AssetId` is a string, but no string is an `AssetId`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
