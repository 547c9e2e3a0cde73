import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ConditionsDialog } from '#renderer/customers/filter/conditions-dialog.tsx'
import { ConditionsText } from '#renderer/customers/filter/conditions-text.tsx'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const conditions: CustomerFilter = {
  match: 'all',
  groups: [
    [{ field: 'orderCount', test: 'number-between', from: 3, to: null }],
    [{ field: 'tag', test: 'any-of', values: [4] }],
  ],
}

const show = async (given: CustomerFilter | null) => {
  const acts = { onSave: vi.fn(), onClose: vi.fn() }
  const request = { title: '标签「常客」的条件', note: '说明', isSaving: false, remove: undefined, ...acts }
  await renderInWindow(
    <>
      <p data-testid="words">{given && <ConditionsText filter={given} />}</p>
      <ConditionsDialog {...request} conditions={given} />
    </>,
    {
      'customers.countFiltered': () => ({ count: 7, withoutGroup: [9, 9] }),
      'customers.countTags': () => [{ tagId: 4, name: '老客', count: 2 }],
      'analytics.listRuleSets': () => [],
      'fields.list': () => ({ groups: [] }),
    },
  )
  return { ...acts, dialog: within(await screen.findByRole('dialog', { name: request.title })) }
}

test('conditions stand as a sentence, and in the dialog one by one, with how many they find today', async () => {
  const { dialog, onSave } = await show(conditions)
  await dialog.findByText('符合的有 7 位')
  const texts = conditions.groups.map((_, at) => dialog.getAllByTitle(/^改这一条/)[at]?.textContent ?? '')
  expect(texts[1]).toContain('老客')
  expect(screen.getByTestId('words').textContent).toBe(`全部满足：${texts.join('；')}`)
  fireEvent.click(dialog.getByRole('button', { name: `去掉：${texts[1]}` }))
  fireEvent.click(dialog.getByRole('button', { name: '保存' }))
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ match: 'all', groups: [conditions.groups[0]] })
})

test('without conditions the first is entered at once, and none leaves the dialog', async () => {
  const { dialog, onClose } = await show(null)
  await dialog.findByRole('combobox', { name: '哪一项' })
  fireEvent.click(dialog.getByRole('button', { name: /取\s*消/ }))
  expect(onClose).toHaveBeenCalledOnce()
})
