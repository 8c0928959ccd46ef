import '../../features/library/file-facts.css'
import { getRouteApi } from '@tanstack/react-router'

const route = getRouteApi('/signed-in')

export function AccountPage() {
  const { session } = route.useRouteContext()
  const facts = [
    ['Account', session.account.name],
    ['Signed in as', session.user.email],
    ['Role', session.user.role === 'admin' ? 'Administrator' : 'Member'],
  ]
  return (
    <dl className="file-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
