import type { ArchiveState } from '#shared/contract/archives.contract.ts'
import { useRequest } from './use-request.ts'

export type OpenArchive = Extract<ArchiveState, { kind: 'open' }>

/** The open archive, for pages: they are drawn only while there is one. */
export function useOpenArchive(): OpenArchive {
  const { data } = useRequest('archives.state', {})
  if (data?.kind !== 'open') throw new Error('pages are drawn only while an archive is open')
  return data
}
