import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { SegmentUses } from '#renderer/analytics/segment-uses.tsx'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CustomerFilter } from '#shared/domain/customer-filter.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

async function open(isOverAllTime = true) {
  const acts = { onList: vi.fn(), onMonths: vi.fn(), onPrint: vi.fn(), onMedia: vi.fn() }
  await renderInWindow(
    <SegmentUses
      ruleSetCode="classic-eight"
      segmentCode="keep"
      asOf={'2026-11-21' as CalendarDate}
      isOverAllTime={isOverAllTime}
      onList={acts.onList}
      onMonths={acts.onMonths}
      onPrint={acts.onPrint}
      onMedia={acts.onMedia}
    />,
    {
      'customers.countFiltered': ({ filter }) => ({
        count: 500 - 100 * filter.groups.length,
        withoutGroup: [],
      }),
    },
  )
  const user = userEvent.setup()
  const choose = async (name: RegExp) => {
    await user.click(screen.getByRole('button', { name: /能做什么/ }))
    await user.click(await screen.findByRole('menuitem', { name }))
  }
  return { ...acts, choose }
}

const members = [{ field: 'segment', test: 'any-of', values: ['classic-eight/keep'] }]

test('the uses of a segment lead to its customers in the list, alone or with what the use asks for besides', async () => {
  const { onList, onMonths, onPrint, choose } = await open()
  for (const name of [/放进客户列表 ?400 位/, /30 天内过生日的 ?300 位/, /可以联系的 ?300 位/])
    await choose(name)
  expect(onList.mock.calls).toEqual([
    [{ match: 'all', groups: [members] }],
    [{ match: 'all', groups: [members, [{ field: 'birthday', test: 'next-days', days: 30 }]] }],
    [{ match: 'all', groups: [members, [{ field: 'contactRefusedOn', test: 'empty' }]] }],
  ])
  for (const [filter] of onList.mock.calls) expect(CustomerFilter.safeParse(filter).success).toBe(true)
  await choose(/按月看变化/)
  await choose(/打印报告/)
  expect([onMonths.mock.calls.length, onPrint.mock.calls.length]).toEqual([1, 1])
})

test('over a shorter period the list would show others: it is not offered, and says why', async () => {
  const { onList, choose } = await open(false)
  await choose(/放进客户列表.*计算期选「全部时间」/)
  expect(onList).not.toHaveBeenCalled()
})
