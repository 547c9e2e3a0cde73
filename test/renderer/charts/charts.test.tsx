import { fireEvent, render, screen, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { HeatMap } from '#renderer/charts/heat-map.tsx'
import { MonthBars } from '#renderer/charts/month-bars.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { HouseProvider } from '#renderer/components/house-provider.tsx'

/** jsdom lays nothing out: every element is said to be 400 px wide. */
beforeAll(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
})
afterAll(() => vi.restoreAllMocks())

const show = (chart: React.ReactNode) =>
  render(
    <HouseProvider language="zh-CN" mode="light">
      {chart}
    </HouseProvider>,
  )
const bars = (container: HTMLElement) => [...container.querySelectorAll('svg rect[fill^="var(--"]')]
const figure = (element: Element, name: string) => Number(element.getAttribute(name))

const segmentRows = [
  { key: 'a', label: '重要价值', colorKey: 'valueHi', bars: [{ length: 0.5, text: '50' }], note: '18 天' },
  { key: 'b', label: '重要保持', colorKey: 'holdHi', bars: [{ length: 0.25, text: '25' }], note: '97 天' },
  { key: 'c', label: '数据不足', colorKey: 'none', bars: [{ length: 0, text: '0' }] },
  { key: 'd', label: '未知', colorKey: 'none', bars: [{ length: null, text: '—' }] },
]

test('bars begin at 0: half the value is half the length, 0 is a hairline, unknown is nothing', () => {
  const { container } = show(
    <SegmentBars label="客群" nameTitle="客群" barTitles={['客户']} rows={segmentRows} />,
  )
  const [whole, half, zero, unknown] = bars(container).map(bar => figure(bar, 'width'))
  expect(whole).toBeGreaterThan(100)
  expect(half).toBeCloseTo((whole ?? 0) / 2, 3)
  expect(zero).toBe(1)
  expect(unknown).toBe(0)
})

test('a segment has its own colour on every chart', () => {
  const { container } = show(
    <SegmentBars label="客群" nameTitle="客群" barTitles={['客户']} rows={segmentRows} />,
  )
  expect(bars(container)[1]?.getAttribute('fill')).toBe('var(--seg-holdHi)')
})

test('marks are reached by keys and say what they stand for', () => {
  const onOpen = vi.fn()
  show(
    <SegmentBars
      label="客群"
      nameTitle="客群"
      barTitles={['客户']}
      noteTitle="平均未购"
      rows={segmentRows}
      onOpen={onOpen}
    />,
  )
  const list = screen.getByRole('listbox', { name: '客群' })
  fireEvent.keyDown(list, { key: 'ArrowDown' })
  const mark = document.getElementById(list.getAttribute('aria-activedescendant') ?? '')
  expect(mark?.getAttribute('aria-label')).toBe('重要保持, 客户 25, 平均未购 97 天')
  fireEvent.keyDown(list, { key: 'Enter' })
  expect(onOpen).toHaveBeenCalledWith('b')
  fireEvent.click(within(list).getAllByRole('option')[2] as HTMLElement)
  expect(onOpen).toHaveBeenLastCalledWith('c')
})

test('a chart without customers to open is a picture', () => {
  show(<SegmentBars label="客群" nameTitle="客群" barTitles={['客户']} rows={segmentRows} />)
  screen.getByRole('img', { name: '客群' })
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('the cells of a heat map hold their figures, empty ones nothing, and open by key', () => {
  const onOpen = vi.fn()
  const cells = [
    [
      { key: '5-1', value: 0, name: 'R5 F1: 0' },
      { key: '5-2', value: 1234, name: 'R5 F2: 1,234' },
    ],
    [
      { key: '4-1', value: 3, name: 'R4 F1: 3' },
      { key: '4-2', value: 7, name: 'R4 F2: 7' },
    ],
  ]
  show(
    <HeatMap label="热图" rowLabels={['5', '4']} columnLabels={['1', '2']} cells={cells} onOpen={onOpen} />,
  )
  const marks = screen.getAllByRole('option')
  expect(marks.map(mark => mark.textContent)).toEqual(['', '1,234', '3', '7'])
  const list = screen.getByRole('listbox')
  fireEvent.keyDown(list, { key: 'ArrowRight' })
  fireEvent.keyDown(list, { key: 'ArrowDown' })
  fireEvent.keyDown(list, { key: 'Enter' })
  expect(onOpen).toHaveBeenCalledWith('4-2')
})

const months = [
  { key: '2026-01', label: '1 月', values: [30, 10], name: '一月：40', text: '40' },
  { key: '2026-02', label: '2 月', values: [0, 20], name: '二月：20', text: '20' },
]

test('stacked series stand on each other, on one scale', () => {
  const { container } = show(
    <MonthBars label="新老" series={['回头客', '新客']} marks={months} formatTick={String} widthPx={400} />,
  )
  const [returning, none, fresh, other] = bars(container).map(bar => ({
    top: figure(bar, 'y'),
    high: figure(bar, 'height'),
  }))
  expect(fresh && returning && fresh.top + fresh.high).toBeCloseTo(returning?.top ?? 0, 3)
  expect((returning?.high ?? 0) / (fresh?.high ?? 1)).toBeCloseTo(3, 3)
  expect((other?.high ?? 0) / (fresh?.high ?? 1)).toBeCloseTo(2, 3)
  expect(none?.high).toBe(1)
})

test('the month that is pointed at is put in words', () => {
  show(
    <MonthBars
      label="新老"
      series={['回头客', '新客']}
      marks={months}
      formatTick={String}
      onOpen={() => {}}
    />,
  )
  expect(screen.queryByText('二月：20')).toBeNull()
  fireEvent.pointerEnter(screen.getByRole('option', { name: '二月：20' }))
  screen.getByText('二月：20')
  fireEvent.pointerLeave(screen.getByRole('listbox'))
  screen.getByText('方向键移动，Enter 打开')
})

test('a chart gives its numbers as a table whose rows open the same customers', () => {
  const onOpen = vi.fn()
  const table = {
    columns: [{ title: '客群' }, { title: '客户', isNumeric: true }],
    rows: [
      { key: 'a', cells: ['重要价值', '50'] },
      { key: 'b', cells: ['重要保持', '25'] },
    ],
  }
  show(
    <ChartPanel title="一半的客户是重要价值" table={table} onOpen={onOpen}>
      <p>图</p>
    </ChartPanel>,
  )
  screen.getByRole('region', { name: '一半的客户是重要价值' })
  fireEvent.click(screen.getByRole('button', { name: '看表格' }))
  expect(screen.queryByText('图')).toBeNull()
  const cells = within(screen.getByRole('table')).getAllByRole('cell')
  expect(cells.map(cell => cell.textContent)).toEqual(['重要价值', '50', '重要保持', '25'])
  fireEvent.click(screen.getByRole('button', { name: '重要保持' }))
  expect(onOpen).toHaveBeenCalledWith('b')
  fireEvent.click(screen.getByRole('button', { name: '看图' }))
  screen.getByText('图')
})
