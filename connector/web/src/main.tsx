import { DescantTheme } from '@descant/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './app/query-client.ts'
import { makeRouter } from './app/router.tsx'

const queries = makeQueryClient(() => void router.invalidate())
const router = makeRouter(queries)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <DescantTheme>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </DescantTheme>
  </StrictMode>,
)
