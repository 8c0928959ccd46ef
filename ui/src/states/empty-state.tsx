import './states.css'
import type { ReactNode } from 'react'

/** Nothing to show, and what one may do about it. */
export function EmptyState({
  icon,
  title,
  headingLevel = 2,
  children,
  action,
}: {
  icon?: ReactNode
  title: string
  /** 1 where this is all there is on the page. */
  headingLevel?: 1 | 2
  children?: ReactNode
  action?: ReactNode
}) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="state">
      {icon !== undefined && (
        <div className="state-icon" aria-hidden="true">
          {icon}
        </div>
      )}
      <Heading className="state-title">{title}</Heading>
      {children !== undefined && <div className="state-text">{children}</div>}
      {action}
    </div>
  )
}
