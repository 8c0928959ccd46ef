import './file-facts.css'
import type { ReactNode } from 'react'
import type { FileDetails } from '../../../../src/api/library-wire.ts'
import { formatBytes, formatTime } from '../../lib/format.ts'

export function FileFacts({ file }: { file: FileDetails }) {
  const { source } = file
  const facts: [string, ReactNode][] = [
    ['Name', file.name],
    ['Size', `${formatBytes(file.size)} (${new Intl.NumberFormat('en').format(file.size)} bytes)`],
    ...(source.width && source.height
      ? [['Dimensions', `${source.width} × ${source.height} px`] as [string, string]]
      : []),
    ['Imported', formatTime(file.importedAt)],
    ...(file.changedAt === file.importedAt ? [] : [['Changed', formatTime(file.changedAt)] as [string, string]]),
    ['SHA-256', <code key="sha256">{file.sha256}</code>],
    ['MD5', <code key="md5">{file.md5}</code>],
    ['Source', <SourceOf key="source" file={file} />],
    ...(source.owner ? [['Owner there', source.owner] as [string, string]] : []),
    ...(source.description ? [['Description', source.description] as [string, string]] : []),
    ['Keywords', source.keywords.join(', ')],
    ...(source.tags.length > 0 ? [['Tags', source.tags.join(', ')] as [string, string]] : []),
  ]
  return (
    <dl className="file-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function SourceOf({ file: { source } }: { file: FileDetails }) {
  if (source.page === null) return <>Canto: {source.name}</>
  return (
    <>
      Canto:{' '}
      <a href={source.page} target="_blank" rel="noopener noreferrer">
        {source.name}
      </a>
    </>
  )
}
