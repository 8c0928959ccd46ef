import './states.css'
import type { ReactNode } from 'react'

/** Nothing to show, and what one may do about it. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="state">
      {icon !== undefined && (
        <div className="state-icon" aria-hidden="true">
          {icon}
        </div>
      )}
      <h2 className="state-title">{title}</h2>
      {children !== undefined && <div className="state-text">{children}</div>}
      {action}
    </div>
  )
}
