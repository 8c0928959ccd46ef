/**
 * Extensions that a content may rightly carry although its magic names another one: by what the magic says. The
 * file's own name then tells which of them it is.
 */
const families: Record<string, readonly string[]> = {
  jpg: ['jpeg', 'jpe', 'jfif'],
  png: ['apng'],
  apng: ['png'],
  tif: ['tiff', 'dng', 'nef', 'nrw', 'arw', 'srf', 'sr2', 'pef', 'srw', '3fr', 'iiq', 'cr2', 'raw'],
  psd: ['psb'],
  heic: ['heif', 'hif'],
  aif: ['aiff'],
  mid: ['midi'],
  mpg: ['mpeg'],
  mts: ['ts', 'm2ts'],
  mp4: ['m4v', 'mov'],
  m4v: ['mp4'],
  mov: ['mp4', 'm4v'],
  m4a: ['m4b', 'aac'],
  ogg: ['oga', 'opus'],
  mkv: ['webm'],
  asf: ['wmv', 'wma'],
  ps: ['eps', 'ai'],
  eps: ['ai'],
  pdf: ['ai'],
  // Apple's three leave the same parts in their archives.
  key: ['pages', 'numbers'],
  pages: ['key', 'numbers'],
  numbers: ['key', 'pages'],
  zip: ['key', 'pages', 'numbers', 'idml', 'docm', 'dotx', 'xlsm', 'xltx', 'pptm', 'ppsx', 'potx', 'ott', 'ots', 'otp'],
}

/** The name's extension where the content allows it, else the content's. */
export function settleExtension(fromContent: string, fromName: string): string {
  return families[fromContent]?.includes(fromName) ? fromName : fromContent
}
