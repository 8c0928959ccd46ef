import { BlockList, isIP, isIPv4 } from 'node:net'

/**
 * `public`: the open internet. `private`: this machine or its own networks, allowed only by a setting.
 * `never`: nothing anybody may live on (link-local, which is where clouds keep their secrets, multicast, reserved).
 * Lists: the IANA special-purpose address registries.
 */
export type AddressKind = 'public' | 'private' | 'never'

export function addressKind(address: string): AddressKind {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (isIP(bare) === 0) return 'never'
  if (isIPv4(bare)) return kindOf(bare, 'ipv4')
  const inner = embeddedIPv4(bare)
  return inner === null ? kindOf(bare, 'ipv6') : kindOf(inner, 'ipv4')
}

const kindOf = (address: string, family: 'ipv4' | 'ipv6'): AddressKind => {
  if (never.check(address, family)) return 'never'
  return own.check(address, family) ? 'private' : 'public'
}

/** An IPv4 address that an IPv6 one stands for: mapped, compatible, or translated (NAT64, 6to4). */
function embeddedIPv4(address: string): string | null {
  const groups = groupsOf(address)
  const dotted = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const [first = 0, second = 0, third = 0] = groups
  const [seventh = 0, eighth = 0] = groups.slice(6)
  const zeros = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0)
  if (zeros(0, 5) && (groups[5] === 0xffff || groups[5] === 0) && (seventh !== 0 || eighth > 1)) {
    return dotted(seventh, eighth)
  }
  if (first === 0x64 && second === 0xff9b && zeros(2, 6)) return dotted(seventh, eighth)
  if (first === 0x2002) return dotted(second, third)
  return null
}

function groupsOf(address: string): number[] {
  const withoutDots = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [(Number(a) << 8) | Number(b), (Number(c) << 8) | Number(d)].map((group) => group.toString(16)).join(':'),
  )
  const [head = '', tail] = withoutDots.split('::')
  const parse = (part: string) => (part ? part.split(':').map((group) => Number.parseInt(group, 16)) : [])
  const [start, end] = [parse(head), parse(tail ?? '')]
  return tail === undefined ? start : [...start, ...Array(8 - start.length - end.length).fill(0), ...end]
}

function listOf(ranges: string[]): BlockList {
  const blocked = new BlockList()
  for (const range of ranges) {
    const [network = '', prefix = ''] = range.split('/')
    blocked.addSubnet(network, Number(prefix), isIPv4(network) ? 'ipv4' : 'ipv6')
  }
  return blocked
}

const own = listOf([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
])

const never = listOf([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
])
