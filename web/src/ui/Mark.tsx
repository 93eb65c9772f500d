/** The mark: a shield whose top is the wall of a fortress, with its gate. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M4 3h5v4h4.5V3h5v4H23V3h5v13c0 7-5 11-12 13.5C9 27 4 23 4 16z" />
      <path fill="#e5aa2d" d="M13 25V18.5a3 3 0 0 1 6 0V25a24 24 0 0 1-3 1.6A24 24 0 0 1 13 25z" />
    </svg>
  )
}
