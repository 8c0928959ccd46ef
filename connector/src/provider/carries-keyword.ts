/** Whether the file's own list names the keyword: any symbols, all of them, in any case. */
export function carriesKeyword({ keywords }: { keywords: string[] }, keyword: string): boolean {
  return keywords.some((own) => fold(own) === fold(keyword))
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase()
