import { useNavigate, useSearchParams } from 'react-router'
import { customerPath, paths } from '#renderer/app/paths.ts'
import { SuggestionsPage } from '#renderer/cards/suggestions-page.tsx'
import { SnapshotGrid } from '#renderer/customers/snapshot-grid.tsx'
import { IdleDaysField } from '#renderer/settings/idle-days-input.tsx'

/** Proposed cards; `?part=` begins with one of their parts. */
export function Page() {
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  return (
    <SuggestionsPage
      part={parameters.get('part')}
      onBack={() => void navigate(paths.customers)}
      idleDays={<IdleDaysField />}
      renderList={({ suggestion, grid, ...list }) => (
        <SnapshotGrid
          {...list}
          key={list.snapshot.listId}
          ref={grid}
          onOpen={(customerId, listId) =>
            void navigate(`${customerPath(customerId)}?list=${listId}&cards=${suggestion}`)
          }
        />
      )}
    />
  )
}
