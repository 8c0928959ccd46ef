/** Where a player finds its file, the best first. A browser tells each source that failed it, one after the other. */
export function PlayerSources({ addresses, onNone }: { addresses: string[]; onNone: () => void }) {
  return addresses.map((address, index) => (
    <source key={address} src={address} onError={index === addresses.length - 1 ? onNone : undefined} />
  ))
}
