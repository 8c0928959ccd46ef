import { DescantTheme } from '@descant/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeUploadQueue } from './app/make-upload-queue.ts'
import { makeQueryClient } from './app/query-client.ts'
import { makeRouter } from './app/router.tsx'
import { UploadQueueContext } from './features/upload/use-upload-queue.ts'
import { openDam } from './lib/dam.ts'
import { keepSession } from './lib/session.ts'

const keeper = keepSession()
const dam = openDam(keeper)
const queries = makeQueryClient(() => void router.invalidate())
const router = makeRouter({ queries, dam, keeper })
const uploads = makeUploadQueue(dam, queries)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <DescantTheme>
      <QueryClientProvider client={queries}>
        <UploadQueueContext value={uploads}>
          <RouterProvider router={router} />
        </UploadQueueContext>
      </QueryClientProvider>
    </DescantTheme>
  </StrictMode>,
)
