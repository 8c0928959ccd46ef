import type { ReactNode } from 'react'

/** A button over what is shown: the same on every picture, whatever its colours. */
export function ToolButton({
  label,
  onClick,
  disabled = false,
  pressed,
  keys,
  children,
}: {
  label: string
  onClick: () => void
  disabled?: boolean
  pressed?: boolean
  /** As `aria-keyshortcuts` wants them. */
  keys?: string
  children: ReactNode
}) {
  return (
    <button
      type="button"
      className="viewer-tool"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-pressed={pressed}
      aria-keyshortcuts={keys}
      // keeps the focus when there is nothing more to do with it
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onClick()
      }}
    >
      {children}
    </button>
  )
}
