import { TagsPage } from '#renderer/tags/tags-page.tsx'

/** The tags of the archive. */
export function Page() {
  return <TagsPage />
}
