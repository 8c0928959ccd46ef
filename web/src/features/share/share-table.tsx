import type { ShareEntry } from '@descant/contract'
import { DataTable, EmptyState, RowAction, RowActions } from '@descant/ui'
import { Button, Text } from '@mantine/core'
import { IconShare2 } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { TextLink } from '../../lib/links.tsx'
import { useDam } from '../../lib/visit.ts'
import { dayOf } from '../../lib/wire-time.ts'
import { CopyLinkButton } from './copy-link-button.tsx'
import { RevokeShareDialog } from './revoke-share-dialog.tsx'
import { sharesQuery } from './shares.ts'
import { untilWhen, whatItAllows } from './what-it-allows.ts'

/** Every link that shows assets to people outside. */
export function ShareTable() {
  const shares = useInfiniteQuery(sharesQuery(useDam()))
  const [revoking, setRevoking] = useState<ShareEntry | null>(null)

  return (
    <>
      <Answered question={shares}>
        {({ pages }) =>
          pages[0]?.found === 0 ? (
            <EmptyState icon={<IconShare2 size={40} stroke={1.3} />} title="Nothing is shared">
              Links are made on an asset’s page, or for several assets that are selected in the library.
            </EmptyState>
          ) : (
            <DataTable
              label="Share links"
              rows={pages.flatMap(({ results }) => results)}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Assets', rowHeader: true, cell: (share) => <SharedAssets share={share} /> },
                { header: 'Allows', cell: whatItAllows },
                { header: 'Until', cell: untilWhen },
                {
                  header: 'Made',
                  cell: ({ createdByName, created }) => (
                    <>
                      {dayOf(created)}
                      <Text size="sm" c="dimmed">
                        {createdByName}
                      </Text>
                    </>
                  ),
                },
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: (share) =>
                    share.state === 'open' && (
                      <RowActions>
                        <CopyLinkButton url={share.url} label={`Copy the link to ${nameOf(share)}`} />
                        <RowAction of={`the link to ${nameOf(share)}`} danger onClick={() => setRevoking(share)}>
                          Revoke
                        </RowAction>
                      </RowActions>
                    ),
                },
              ]}
            />
          )
        }
      </Answered>
      {shares.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={shares.isFetchingNextPage}
          onClick={() => void shares.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      <RevokeShareDialog share={revoking} onClose={() => setRevoking(null)} />
    </>
  )
}

function SharedAssets({ share }: { share: ShareEntry }) {
  const { first, contents } = share
  const others = contents - 1
  return (
    <>
      {first === null ? (
        'A deleted asset'
      ) : (
        <TextLink
          to="/smartalbum/$scheme"
          params={{ scheme: first.scheme }}
          search={{ column: first.scheme, id: first.id }}
        >
          {first.name}
        </TextLink>
      )}
      {others > 0 && ` and ${others.toLocaleString()} more`}
    </>
  )
}

const nameOf = ({ first }: ShareEntry): string => first?.name ?? 'a deleted asset'
