import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'

const shownHits = 20

/** Finds a customer as one types and puts him into the first stage. */
export function AddCustomer() {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const enter = useCommand('funnel.enter')
  const [text, setText] = useState('')
  const asked = text.trim()
  const { data } = useRequest(
    'search.customers',
    { text: asked, limit: shownHits },
    { isEnabled: asked !== '', keepsPrevious: true },
  )
  const hits = asked === '' ? [] : (data?.hits ?? [])
  const add = async (customerId: number, name: string) => {
    setText('')
    const done = await enter.run({ customerIds: [customerId] })
    if (done?.changeSetId) tellDone(t('funnel.entered', { name }), done.changeSetId)
  }
  return (
    <Select<number | null, { value: number; label: string }>
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      className="funnel-add"
      aria-label={t('funnel.add')}
      placeholder={t('funnel.add')}
      value={null}
      onSelect={(customerId, { label }) => customerId !== null && void add(customerId, label)}
      notFoundContent={asked === '' ? t('funnel.addHint') : t('funnel.nobodyFound')}
      options={hits.map(({ customer }) => ({
        value: customer.customerId,
        label: `${customer.name}  ${customer.archiveNumber}`,
      }))}
    />
  )
}
