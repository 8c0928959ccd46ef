export type SampleFile = {
  path: string
  name: string
  /** Folders from the library's root down to the album. */
  folderPath: string[]
  album: string
  tags: string[]
  keywords: string[]
  description: string
  author: string
}

/** The vocabulary of the sample library. The connector's sample setting imports `print`. */
export const sampleKeywords: { name: string; description: string }[] = [
  { name: 'print', description: 'Cleared for print production; files with this keyword go to the print platform' },
  { name: 'web', description: 'For the website and online shops' },
  { name: 'social', description: 'For social media posts and stories' },
  { name: 'logo', description: 'Marks, wordmarks and their lockups' },
  { name: 'icon', description: 'Line icons of the shop and the app' },
  { name: 'pattern', description: 'Backgrounds that may be cropped and tiled' },
  { name: 'product shot', description: 'One product, cut free or in its place' },
  { name: 'seasonal', description: 'Tied to a season or a campaign; check the date before use' },
  { name: 'press approved', description: 'May be passed on to journalists' },
  { name: 'do not crop', description: 'To be used in full, as composed' },
]
