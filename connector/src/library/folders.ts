/** Where everything a DAM gives is found. */
export const damImport = { id: 'dam-import', name: 'DAM Import' } as const
