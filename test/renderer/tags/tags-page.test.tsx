import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { TagList } from '#renderer/components/tag.tsx'
import { TagColorsProvider } from '#renderer/tags/tag-colors.tsx'
import { TagsPage } from '#renderer/tags/tags-page.tsx'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Tag, TagRule } from '#shared/domain/tag.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const tags: Tag[] = [
  { tagId: 1, name: '老客', color: 'green', expiresOn: null },
  { tagId: 2, name: '常客', color: null, expiresOn: null },
  { tagId: 3, name: '双11', color: 'red', expiresOn: CalendarDate.parse('2020-11-12') },
]
const rule: TagRule = {
  tagId: 2,
  rule: { match: 'all', groups: [[{ field: 'orderCount', test: 'number-between', from: 3, to: null }]] },
  problem: null,
}
const merged: unknown[] = []
const onList = vi.fn()
const show = (rules: readonly TagRule[] = []) =>
  renderInWindow(
    <TagColorsProvider>
      <TagsPage
        onMerged={(...tagIds) => merged.push(tagIds)}
        onList={onList}
        renderRule={({ groups }) => `${groups.length} 条`}
        renderConditions={({ title, note, conditions, onSave, remove }) => (
          <div role="dialog" aria-label={title}>
            {note}
            <button type="button" onClick={() => onSave(rule.rule)}>
              {conditions ? '改' : '新'}
            </button>
            {remove && (
              <button type="button" onClick={remove.run}>
                {remove.text}
              </button>
            )}
          </div>
        )}
      />
    </TagColorsProvider>,
    {
      'tags.list': () => tags,
      'tags.listRules': () => [...rules],
      'tags.setRule': () => ({ changeSetId: 10 }),
      'customers.countTags': () => [
        { tagId: 1, name: '老客', count: 12 },
        { tagId: 2, name: '常客', count: 40 },
      ],
      'tags.save': request => ({ tagId: request.tagId ?? 4, changeSetId: 7 }),
      'tags.merge': () => ({ changeSetId: 8, customers: 12 }),
      'tags.remove': () => ({ changeSetId: 9, customers: 40 }),
    },
  )
const choose = (name: string) =>
  fireEvent.click(screen.getByRole('checkbox', { name: `选择标签「${name}」` }))
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement
const inDialog = async () => within(await screen.findByRole('dialog'))

test('each tag stands with its customers and its last day', async () => {
  await show()
  await screen.findByText('40')
  await screen.findByText('已过期')
  const rows = screen.getAllByRole('row').slice(1)
  expect(rows.map(row => row.textContent)).toEqual([
    '老客 设条件12不设期限编辑',
    '常客 设条件40不设期限编辑',
    '双11 设条件02020-11-12 已过期编辑',
  ])
  expect([button('合并').disabled, button('删除').disabled]).toEqual([true, true])
  screen.getByText(/^勾选标签后可以合并或删除。/)
  fireEvent.click(button('看有标签「常客」的 40 位客户'))
  expect(onList.mock.calls).toEqual([[2]])
})

test('a tag is found by typing', async () => {
  await show()
  fireEvent.change(await screen.findByRole('textbox', { name: '找标签' }), { target: { value: '客' } })
  expect(screen.getAllByRole('row')).toHaveLength(3)
  fireEvent.change(screen.getByRole('textbox', { name: '找标签' }), { target: { value: '没有' } })
  screen.getByText('没有叫「没有」的标签。')
})

test('several are merged into the one that most customers have, unless another is chosen', async () => {
  const { bridge } = await show()
  await screen.findByText('40')
  choose('老客')
  choose('常客')
  fireEvent.click(button('合并'))
  const dialog = await inDialog()
  expect((dialog.getByRole('radio', { name: /常客/ }) as HTMLInputElement).checked).toBe(true)
  fireEvent.click(dialog.getByRole('button', { name: '合并' }))
  await screen.findByText('已合并成「常客」，12 位客户的标签变了')
  expect(bridge.requestsOf('tags.merge')).toEqual([{ intoId: 2, tagIds: [1] }])
  expect(merged).toEqual([[2, [1]]])
})

test('a tag is renamed and gets a last day; a name that another has is told while typing', async () => {
  const { bridge } = await show()
  fireEvent.click(await screen.findByRole('button', { name: '编辑标签「双11」' }))
  const dialog = await inDialog()
  const name = dialog.getByRole('textbox', { name: /名称/ })
  fireEvent.change(name, { target: { value: '老客' } })
  await dialog.findByText(/已经有这个名称/)
  fireEvent.change(name, { target: { value: '双12' } })
  fireEvent.change(dialog.getByRole('textbox', { name: /到期日/ }), { target: { value: '2026年12月12日' } })
  fireEvent.click(dialog.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(bridge.requestsOf('tags.save')).toHaveLength(1))
  expect(bridge.requestsOf('tags.save')).toEqual([
    { tagId: 3, draft: { name: '双12', color: 'red', expiresOn: '2026-12-12' } },
  ])
})

test('removing says how many customers have them', async () => {
  const { bridge } = await show()
  await screen.findByText('40')
  choose('常客')
  fireEvent.click(button('删除'))
  const dialog = await inDialog()
  dialog.getByText(/在 40 位客户身上/)
  fireEvent.click(dialog.getByRole('button', { name: '删除' }))
  await screen.findByText('已删除标签，40 位客户的标签变了')
  expect(bridge.requestsOf('tags.remove')).toEqual([{ tagIds: [2] }])
})

test('every list draws a tag in its colour', async () => {
  await renderInWindow(
    <TagColorsProvider>
      <TagList tags={['老客', '常客']} />
    </TagColorsProvider>,
    { 'tags.list': () => tags },
  )
  await waitFor(() => expect(screen.getByText('老客').className).toBe('tag is-brand'))
  expect(screen.getByText('常客').className).toBe('tag')
})

test('a tag gets conditions, which stand beside it; without them the tags stay, and both can be undone', async () => {
  const { bridge } = await show([rule])
  await screen.findByText('1 条')
  fireEvent.click(screen.getByRole('button', { name: '标签「老客」的条件' }))
  fireEvent.click(await screen.findByRole('button', { name: '新' }))
  await screen.findByText('已保存标签「老客」的条件，标签马上跟着更新')
  fireEvent.click(screen.getByRole('button', { name: '标签「常客」的条件' }))
  fireEvent.click(await screen.findByRole('button', { name: '不再按条件，标签留着' }))
  await screen.findByText('标签「常客」不再按条件更新，客户身上的都留着')
  expect(bridge.requestsOf('tags.setRule')).toEqual([
    { tagId: 1, rule: rule.rule },
    { tagId: 2, rule: null },
  ])
})

test('a rule that is not followed says why, in the list and where it is changed', async () => {
  await show([{ ...rule, problem: 'field-gone' }])
  const why = '没有执行：条件里有个字段已经停用。标签都没有动。'
  await screen.findByText(why)
  fireEvent.click(screen.getByRole('button', { name: '标签「常客」的条件' }))
  expect(screen.getAllByText(why)).toHaveLength(2)
})
