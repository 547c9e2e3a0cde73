import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useToast } from '#renderer/components/toast.tsx'
import { customerList } from '#renderer/customers/customer-list.ts'
import { useListCount } from '#renderer/customers/use-list-count.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { SavedView } from '#shared/domain/saved-view.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { useCurrentView } from './use-current-view.ts'
import { ViewDialog } from './view-dialog.tsx'

type ViewMenuProps = {
  readonly asOf: CalendarDate
  /** Whether the name of a new view is being asked for. */
  readonly isNaming: boolean
  readonly onNaming: (isNaming: boolean) => void
  /** After a view was chosen. */
  readonly onDone: () => void
}

/** Beside the page's title: the saved view that is looked at, the others with how many are in them, and what can be done with views. */
export function ViewMenu({ asOf, isNaming, onNaming, onDone }: ViewMenuProps) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const toast = useToast()
  const { tellDone } = useUndo()
  const { views, current, content, isChanged } = useCurrentView()
  const isFiltered = content.filter !== null
  const [isRenaming, setRenaming] = useState(false)

  const save = async (name: string) => {
    const saved = await guarded(call('views.save', { name, content }))
    if (!saved) return
    customerList.savedAs(saved.viewId)
    if (saved.changeSetId === null) toast({ text: t('views.unchanged', { name }) })
    else tellDone(t('views.saved', { name }), saved.changeSetId)
  }
  const remove = async ({ viewId, name }: SavedView) => {
    const removed = await guarded(call('views.remove', { viewId }))
    if (removed?.changeSetId) tellDone(t('views.removed', { name }), removed.changeSetId)
  }
  const open = (view: SavedView | null) => {
    customerList.openView(view, asOf)
    setTimeout(onDone)
  }
  const acts: MenuProps['items'] = [
    ...(current && isChanged ? [{ key: 'replace', label: t('views.replace', { name: current.name }) }] : []),
    { key: 'save', label: t('views.saveAs') },
    ...(current
      ? [
          { key: 'rename', label: t('views.rename', { name: current.name }) },
          { key: 'remove', label: t('views.remove', { name: current.name }) },
        ]
      : []),
  ]
  const items: MenuProps['items'] = [
    { key: 'all', label: <ViewLine name={t('views.all')} filter={null} asOf={asOf} /> },
    ...views.map(({ viewId, name, content: { filter } }) => ({
      key: `view-${viewId}`,
      label: <ViewLine name={name} filter={filter} asOf={asOf} />,
    })),
    ...(isReadOnly ? [] : [{ type: 'divider' as const }, ...acts]),
  ]
  const choose = (key: string) => {
    if (key === 'all') open(null)
    else if (key === 'save') onNaming(true)
    else if (key === 'rename') setRenaming(true)
    else if (key === 'replace' && current) void save(current.name)
    else if (key === 'remove' && current) void remove(current)
    else open(views.find(({ viewId }) => key === `view-${viewId}`) ?? null)
  }
  const chosen = current ? [`view-${current.viewId}`] : isFiltered ? [] : ['all']
  const nameNow = current && (isChanged ? t('views.changed', { name: current.name }) : current.name)
  const shownName = nameNow ?? t(isFiltered ? 'views.filtered' : 'views.all')
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        destroyOnHidden
        menu={{ items, selectedKeys: chosen, onClick: ({ key }) => choose(key), className: 'view-menu' }}
      >
        <Button size="small" className="view-button" aria-label={`${t('views.menu')} ${shownName}`}>
          <span className="clip">{shownName}</span>
          <DownOutlined />
        </Button>
      </Dropdown>
      {(isNaming || isRenaming) && (
        <ViewDialog
          views={views}
          renamed={isRenaming ? current : undefined}
          onSave={save}
          onClose={() => {
            setRenaming(false)
            onNaming(false)
            setTimeout(onDone)
          }}
        />
      )}
    </>
  )
}

/** Shows an error under the title bar. */
function guarded<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  return asked.catch(error => {
    showWindowError(toAppError(error))
    return undefined
  })
}

type ViewLineProps = {
  readonly name: string
  readonly filter: CustomerFilter | null
  readonly asOf: CalendarDate
}

/** A view with how many customers are in it now. */
function ViewLine({ name, filter, asOf }: ViewLineProps) {
  const count = useListCount(filter && { filter, asOf }, true)
  return (
    <span className="view-line">
      <span className="clip">{name}</span>
      <span className="num tertiary">{count !== undefined && formatNumber(count)}</span>
    </span>
  )
}
