import { useQueryClient } from '@tanstack/react-query'
import { call } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { requestOptions, useRequest } from '#renderer/ipc/use-request.ts'
import { withSearch } from '#shared/domain/recent-searches.ts'

/**
 * What was searched for last, the newest first; the archive keeps it. Where nothing can be written it lasts as long as the
 * window, and `forget` is undefined.
 */
export function useRecentSearches() {
  const { isReadOnly } = useOpenArchive()
  const client = useQueryClient()
  const { data: recent = [] } = useRequest('search.recent', {})
  const show = (texts: string[]) => client.setQueryData(requestOptions('search.recent', {}).queryKey, texts)
  const remember = (text: string) => {
    if (text === '') return
    show(withSearch(recent, text))
    // A text that could not be kept is no reason to disturb anybody.
    if (!isReadOnly) void call('search.remember', { text }).then(show, () => undefined)
  }
  const forget = () => void call('search.forget', {}).then(show, () => undefined)
  return { recent, remember, forget: isReadOnly ? undefined : forget }
}
