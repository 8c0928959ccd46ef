import { getRouteApi, Outlet } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useChangesElsewhere } from '../features/elsewhere/use-changes-elsewhere.ts'
import { UploadPanel } from '../features/upload/upload-panel.tsx'
import { VisitContext } from '../lib/visit.ts'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

const route = getRouteApi('/signed-in')

export function SignedInLayout() {
  const { dam, session } = route.useRouteContext()
  const visit = useMemo(() => ({ dam, session }), [dam, session])
  useFocusOnArrival()

  return (
    <VisitContext value={visit}>
      <Outlet />
      <UploadPanel />
      <ChangesElsewhere />
    </VisitContext>
  )
}

function ChangesElsewhere() {
  useChangesElsewhere()
  return null
}
