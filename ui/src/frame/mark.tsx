/** Our mark: a melody, and the one sung above it. Beside the name, so it says nothing by itself. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--descant-accent)" />
      <path
        d="M6 21c4 0 5-4 10-4s6 4 10 4"
        stroke="var(--descant-surface)"
        strokeWidth="2.6"
        strokeLinecap="round"
        opacity="0.6"
      />
      <path d="M6 15c4 0 5-6 10-6s6 6 10 6" stroke="var(--descant-surface)" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
