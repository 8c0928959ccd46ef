import type { AccountId } from '../../domain/account/account.ts'
import type { IndexNews } from '../../domain/search/index-news.ts'

type Tell = (account: AccountId, news: IndexNews) => void

const everyMs = 500

/** How far the making of an index is, twice a second; everything else as it comes. */
export function tellNow(tell: Tell): Tell {
  const last = new Map<AccountId, number>()
  return (account, news) => {
    const now = performance.now()
    if (news.event === 'making' && now - (last.get(account) ?? Number.NEGATIVE_INFINITY) < everyMs) return
    last.set(account, now)
    if (news.event !== 'making') last.delete(account)
    tell(account, news)
  }
}
