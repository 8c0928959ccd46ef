/** The website and the logo that go with a redirect URL; both empty while it is no address yet. */
export function addressesFrom(redirectUri: string): { website: string; logoUrl: string } {
  const url = URL.parse(redirectUri.trim())
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return { website: '', logoUrl: '' }
  return { website: url.origin, logoUrl: `${url.origin}/favicon.ico` }
}
