import './scheme-list.css'
import { type Facet, type Scheme, schemes } from '@descant/contract'
import { SchemeIcon } from '@descant/ui'
import { IconStack2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { schemeWords } from '../../lib/scheme-words.ts'
import { facetChoices } from './facet-choices.ts'

/** All, or one of the six kinds, each with how many there are under the other filters. */
export function SchemeList({
  facets,
  total,
  renderLink,
}: {
  /** `undefined` until known: no counts then. */
  facets: Facet[] | undefined
  total: number | undefined
  /** Where a choice leads; the link knows by itself whether one is there. */
  renderLink: (scheme: Scheme | null, props: { className: string; children: ReactNode }) => ReactNode
}) {
  const counts = new Map(facetChoices(facets ?? [], 'scheme').map(({ value, count }) => [value, count]))
  const countOf = (scheme: Scheme) => (facets === undefined ? null : counts.has(scheme) ? counts.get(scheme) : 0)

  return (
    <ul className="scheme-list">
      <li>
        {renderLink(null, {
          className: 'scheme-link',
          children: (
            <SchemeRow icon={<IconStack2 size={20} stroke={1.5} aria-hidden="true" />} name="All kinds" count={total} />
          ),
        })}
      </li>
      {schemes.map((scheme) => (
        <li key={scheme}>
          {renderLink(scheme, {
            className: 'scheme-link',
            children: (
              <SchemeRow
                icon={<SchemeIcon scheme={scheme} />}
                name={schemeWords[scheme].many}
                count={countOf(scheme)}
              />
            ),
          })}
        </li>
      ))}
    </ul>
  )
}

function SchemeRow({ icon, name, count }: { icon: ReactNode; name: string; count: number | null | undefined }) {
  return (
    <>
      {icon}
      <span className="scheme-name">{name}</span>
      {count !== null && count !== undefined && <span className="scheme-count">{count.toLocaleString()}</span>}
    </>
  )
}
