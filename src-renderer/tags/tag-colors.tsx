import { type ReactNode, useMemo } from 'react'
import { TagColors } from '#renderer/components/tag.tsx'
import { useRequest } from '#renderer/ipc/use-request.ts'

/** Lets every tag of the window be drawn in the colour that the shop gave it. */
export function TagColorsProvider({ children }: { children: ReactNode }) {
  const { data } = useRequest('tags.list', {}, { keepsPrevious: true })
  const colors = useMemo(
    () => new Map(data?.flatMap(({ name, color }) => (color === null ? [] : [[name, color] as const]))),
    [data],
  )
  return <TagColors value={colors}>{children}</TagColors>
}
