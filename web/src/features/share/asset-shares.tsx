import './asset-shares.css'
import type { ContentRef } from '@descant/client'
import type { ShareEntry } from '@descant/contract'
import { Button, Group, Text, Title } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDam } from '../../lib/visit.ts'
import { dayOf } from '../../lib/wire-time.ts'
import { CopyLinkButton } from './copy-link-button.tsx'
import { RevokeShareDialog } from './revoke-share-dialog.tsx'
import { sharesQuery } from './shares.ts'
import { untilWhen, whatItAllows } from './what-it-allows.ts'

/** The links that share an asset now; nothing where there are none. */
export function AssetShares({ asset }: { asset: ContentRef }) {
  const shares = useInfiniteQuery(sharesQuery(useDam(), asset.id))
  const [revoking, setRevoking] = useState<ShareEntry | null>(null)
  const open = (shares.data?.pages ?? []).flatMap(({ results }) => results).filter(({ state }) => state === 'open')
  if (open.length === 0) return null

  return (
    <section aria-labelledby="shares-heading">
      <Title order={2} size="h4" mb="xs" id="shares-heading">
        Share links
      </Title>
      <ul className="asset-shares" aria-labelledby="shares-heading">
        {open.map((share) => (
          <li key={share.id}>
            <div>
              <Text size="sm" fw={600}>
                {untilWhen(share)}
              </Text>
              <Text size="sm" c="dimmed">
                {whatItAllows(share)}. By {share.createdByName}, {dayOf(share.created)}
              </Text>
            </div>
            <Group gap={6} wrap="nowrap">
              <CopyLinkButton url={share.url} label={`Copy the link of ${dayOf(share.created)}`} />
              <Button
                size="xs"
                variant="subtle"
                color="red"
                aria-label={`Revoke the link of ${dayOf(share.created)}`}
                onClick={() => setRevoking(share)}
              >
                Revoke
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <RevokeShareDialog share={revoking} onClose={() => setRevoking(null)} />
    </section>
  )
}
