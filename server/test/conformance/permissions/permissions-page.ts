import { type Column, columns, type Outcome, permissionTable } from './permission-table.ts'

const titles: Record<Column, string> = {
  admin: 'Administrator',
  contributor: 'Contributor',
  consumer: 'Consumer',
  portal: 'In a portal',
  outside: '… of what is outside',
  stranger: 'Another account',
  nobody: 'No token',
}

const signs: Record<Outcome, string> = {
  yes: 'yes',
  no: '403',
  unknown: '404',
  'left out': 'left out',
  '401': '401',
  '–': '–',
}

/** docs/permissions.md, from the table that the server is tested against. */
export function permissionsPage(): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rows = permissionTable.map(({ number, method, does, may }) =>
    line([number, `\`${method}\``, does, ...columns.map((column) => signs[may[column]])]),
  )
  const head = ['#', 'Method', 'What for', ...columns.map((column) => titles[column])]
  return [
    '# Who may do what',
    '',
    'Written by `node scripts/write-permissions.ts` from the table that a test holds against a running server. Change the',
    'table (`server/test/conformance/permissions/permission-table.ts`), not this page.',
    '',
    '**In a portal** is a contributor whose token is for one portal, asking about something in it; **of what is outside** is the',
    'same person asking about something else in the library: it is not there for them, and methods for several things leave it',
    'out of what they do. **Another account** is an administrator of another library on the same server. A consumer gets',
    '404 instead of “yes” for content that is not approved or has expired. Where a role is not enough, the answer is 403',
    'whether the thing is there or not. A download can also be 403 because terms were not accepted.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows,
    '',
  ].join('\n')
}
