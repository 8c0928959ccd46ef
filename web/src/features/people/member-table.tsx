import type { Member, MemberList } from '@descant/contract'
import { ConfirmDialog, DataTable, notify, RowAction, RowActions, sentenceOf } from '@descant/ui'
import { Badge, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { MemberDialog } from './member-dialog.tsx'
import { deleteMember, inviteAgain, membersQuery, nameOf, roleWords } from './people.ts'

/** Everybody who may sign in, or could. */
export function MemberTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const members = useQuery(membersQuery(dam))
  const [editing, setEditing] = useState<Member | null>(null)
  const [deleting, setDeleting] = useState<Member | null>(null)
  const inviting = useMutation({
    mutationFn: (member: Member) => inviteAgain(dam, member.userId),
    onSuccess: (_done, member) => notify(`${member.userId} is invited again. The link of before is no longer good.`),
    onError: (error) => notify(sentenceOf(error)),
  })

  return (
    <>
      <Answered question={members}>
        {({ results, seats }) => (
          <>
            <Text c="dimmed" mb="sm">
              {seatsInWords(seats)}
            </Text>
            <DataTable
              label="Users"
              rows={results}
              rowKey={({ userId }) => userId}
              columns={[
                { header: 'Name', rowHeader: true, cell: (member) => <MemberName member={member} /> },
                { header: 'Role', cell: ({ role }) => roleWords[role] },
                { header: 'Groups', cell: ({ groups }) => groups.join(', ') },
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: (member) => (
                    <RowActions>
                      {member.invited && (
                        <RowAction of={member.userId} onClick={() => inviting.mutate(member)}>
                          Invite again
                        </RowAction>
                      )}
                      <RowAction of={member.userId} onClick={() => setEditing(member)}>
                        Edit
                      </RowAction>
                      <RowAction of={member.userId} danger onClick={() => setDeleting(member)}>
                        Delete
                      </RowAction>
                    </RowActions>
                  ),
                },
              ]}
            />
          </>
        )}
      </Answered>
      <MemberDialog key={editing?.userId} member={editing} opened={editing !== null} onClose={() => setEditing(null)} />
      <ConfirmDialog
        opened={deleting !== null}
        title={`Delete ${deleting === null ? '' : nameOf(deleting)}?`}
        confirmLabel="Delete"
        danger
        onClose={() => setDeleting(null)}
        onConfirm={async () => {
          if (deleting === null) return
          await deleteMember(dam, deleting.userId)
          await queries.invalidateQueries({ queryKey: ['people'] })
        }}
      >
        They are signed out everywhere at once. What they uploaded stays, with their name. This cannot be undone.
      </ConfirmDialog>
    </>
  )
}

function MemberName({ member }: { member: Member }) {
  return (
    <>
      {nameOf(member)}{' '}
      {member.suspended && (
        <Badge size="sm" variant="light" color="red" tt="none">
          Suspended
        </Badge>
      )}
      {member.invited && !member.suspended && (
        <Badge size="sm" variant="light" tt="none">
          Invited
        </Badge>
      )}
      <Text size="sm" c="dimmed">
        {member.userId}
      </Text>
    </>
  )
}

function seatsInWords({ editors, consumers }: MemberList['seats']): string {
  const words = ({ taken, of }: MemberList['seats']['editors'], one: string, many: string) => {
    if (of !== null) return `${taken} of ${of} seats for ${many}`
    return `${taken} ${taken === 1 ? one : many}`
  }
  return `${words(editors, 'administrator or contributor', 'administrators and contributors')}, ${words(consumers, 'consumer', 'consumers')}.`
}
