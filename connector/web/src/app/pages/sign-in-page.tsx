import { SignInForm } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { sessionKey, signIn } from '../../features/session/session.ts'
import { product } from '../../lib/product.ts'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { next = '/' } = route.useSearch()
  const queries = useQueryClient()
  const router = useRouter()

  return (
    <SignInForm
      title="Sign in to your print library"
      product={product}
      onSubmit={async (email, password) => {
        const session = await signIn(email, password)
        queries.clear() // nothing of whoever was here before
        queries.setQueryData(sessionKey, session)
        router.history.push(next)
      }}
    />
  )
}
