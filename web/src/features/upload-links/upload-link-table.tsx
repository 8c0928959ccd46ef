import type { UploadLinkEntry } from '@descant/contract'
import { ConfirmDialog, CopyField, DataTable, Dialog, EmptyState, RowAction, RowActions } from '@descant/ui'
import { Button, Stack, Text } from '@mantine/core'
import { IconCloudUpload } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { dayOf } from '../../lib/wire-time.ts'
import { revokeUploadLink, untilWhen, uploadLinksQuery } from './upload-links.ts'

/** Every address where people without an account upload files. */
export function UploadLinkTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const links = useInfiniteQuery(uploadLinksQuery(dam))
  const [shown, setShown] = useState<UploadLinkEntry | null>(null)
  const [revoking, setRevoking] = useState<UploadLinkEntry | null>(null)

  return (
    <>
      <Answered question={links}>
        {({ pages }) =>
          pages[0]?.found === 0 ? (
            <EmptyState icon={<IconCloudUpload size={40} stroke={1.3} />} title="No upload links yet">
              An upload link lets people without an account hand in files: photographers, agencies, partners.
            </EmptyState>
          ) : (
            <DataTable
              label="Upload links"
              rows={pages.flatMap(({ results }) => results)}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Name', rowHeader: true, cell: (link) => <LinkName link={link} /> },
                { header: 'Files', align: 'end', cell: (link) => <Files link={link} /> },
                { header: 'Until', cell: untilWhen },
                { header: 'Recipients', cell: ({ recipients }) => recipients.map(({ email }) => email).join(', ') },
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: (link) =>
                    link.state === 'open' && (
                      <RowActions>
                        <RowAction of={`to ${link.name}`} onClick={() => setShown(link)}>
                          Show link
                        </RowAction>
                        <RowAction of={link.name} danger onClick={() => setRevoking(link)}>
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
      {links.hasNextPage && (
        <Button variant="default" mt="md" loading={links.isFetchingNextPage} onClick={() => void links.fetchNextPage()}>
          Show more
        </Button>
      )}
      <Dialog opened={shown !== null} onClose={() => setShown(null)} title={shown?.name ?? ''}>
        <Stack>
          <CopyField label="Link" value={shown?.url ?? ''} />
        </Stack>
      </Dialog>
      <ConfirmDialog
        opened={revoking !== null}
        title={`Revoke ${revoking?.name ?? ''}?`}
        confirmLabel="Revoke"
        danger
        onClose={() => setRevoking(null)}
        onConfirm={async () => {
          if (revoking === null) return
          await revokeUploadLink(dam, revoking.id)
          await queries.invalidateQueries({ queryKey: ['upload-links'] })
        }}
      >
        Nobody can upload there any more. What came stays. This cannot be undone.
      </ConfirmDialog>
    </>
  )
}

function LinkName({ link }: { link: UploadLinkEntry }) {
  return (
    <>
      {link.name}
      <Text size="sm" c="dimmed">
        {link.createdByName}, {dayOf(link.created)}
      </Text>
    </>
  )
}

function Files({ link: { files, albumId } }: { link: UploadLinkEntry }) {
  if (albumId === null) return files.toLocaleString()
  return (
    <Link to="/album/$albumId" params={{ albumId }}>
      {files.toLocaleString()}
      <span className="visually-hidden"> files, in their album</span>
    </Link>
  )
}
