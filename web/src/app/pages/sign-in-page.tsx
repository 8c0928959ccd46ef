import { SignInForm } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { next = '/' } = route.useSearch()
  const { keeper } = route.useRouteContext()
  const queries = useQueryClient()
  const router = useRouter()

  return (
    <SignInForm
      title="Sign in to your library"
      onSubmit={async (email, password) => {
        await keeper.signIn(email, password)
        queries.clear() // nothing of whoever was here before
        router.history.push(next)
      }}
    />
  )
}
