/** A day as tables show it, 2026-08-16; nothing when there is none. */
export function DateText({ day }: { day: string | null }) {
  if (day === null) return null
  return (
    <time className="num nowrap" dateTime={day}>
      {day}
    </time>
  )
}
