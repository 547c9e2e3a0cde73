import { act, fireEvent, render, screen } from '@testing-library/react'
import { DatePicker } from 'antd'
import { describe, expect, test, vi } from 'vitest'
import { ChoiceChip } from '#renderer/components/chip.tsx'
import { CountEquation } from '#renderer/components/count-equation.tsx'
import { DropZone } from '#renderer/components/drop-zone.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { HouseProvider } from '#renderer/components/house-provider.tsx'
import { MoneyText } from '#renderer/components/money-text.tsx'
import { NavigationItem } from '#renderer/components/navigation.tsx'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { TagList } from '#renderer/components/tag.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { usePartFileDrop, useWindowFileDrop } from '#renderer/components/use-file-drop.ts'
import type { Language } from '#shared/i18n/language.ts'

const inHouse = (node: React.ReactNode, language: Language = 'zh-CN') => (
  <HouseProvider language={language} mode="light">
    {node}
  </HouseProvider>
)

describe('the house', () => {
  test('a change of language reaches our texts and those of antd', () => {
    const part = (
      <>
        <ErrorNote error={{ code: 'disk-full' }} />
        <DatePicker />
      </>
    )
    const { rerender } = render(inHouse(part))
    expect(screen.getByRole('alert').textContent).toContain('磁盘满了')
    screen.getByPlaceholderText('请选择日期')
    rerender(inHouse(part, 'en'))
    expect(screen.getByRole('alert').textContent).toContain('The disk is full')
    screen.getByPlaceholderText('Select date')
  })

  test('a change of mode changes the colours of the page', () => {
    const { rerender } = render(inHouse(null))
    const surface = () => document.documentElement.style.getPropertyValue('--surface')
    const light = surface()
    rerender(
      <HouseProvider language="zh-CN" mode="dark">
        {null}
      </HouseProvider>,
    )
    expect(surface()).not.toBe(light)
    expect(document.documentElement.className).toBe('dark')
  })
})

describe('toasts', () => {
  function Sender({ onUndo }: { onUndo: () => void }) {
    const toast = useToast()
    const send = (text: string) => toast({ text, action: { label: '撤销', onClick: onUndo } })
    return (
      <>
        <button type="button" onClick={() => send('已改甲')}>
          甲
        </button>
        <button type="button" onClick={() => send('已改乙')}>
          乙
        </button>
      </>
    )
  }

  test('one at a time, gone after 6 seconds, held while pointed at', () => {
    vi.useFakeTimers()
    render(inHouse(<Sender onUndo={() => {}} />))
    fireEvent.click(screen.getByRole('button', { name: '甲' }))
    fireEvent.click(screen.getByRole('button', { name: '乙' }))
    expect(screen.queryByText('已改甲')).toBeNull()
    act(() => vi.advanceTimersByTime(5900))
    fireEvent.pointerEnter(screen.getByText('已改乙').parentElement as HTMLElement)
    act(() => vi.advanceTimersByTime(60_000))
    fireEvent.pointerLeave(screen.getByText('已改乙').parentElement as HTMLElement)
    act(() => vi.advanceTimersByTime(6000))
    expect(screen.queryByText('已改乙')).toBeNull()
    vi.useRealTimers()
  })

  test('the way back is taken once and closes the toast', () => {
    const onUndo = vi.fn()
    render(inHouse(<Sender onUndo={onUndo} />))
    fireEvent.click(screen.getByRole('button', { name: '甲' }))
    fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    expect(onUndo).toHaveBeenCalledTimes(1)
    expect(screen.queryByText('已改甲')).toBeNull()
  })
})

describe('dropping files', () => {
  function Target({ onFiles }: { onFiles?: (files: File[]) => void }) {
    return <p>{useWindowFileDrop(onFiles) ? 'over' : 'waiting'}</p>
  }
  const file = new File(['x'], 'sample.xlsx')
  const carried = { dataTransfer: { files: [file], types: ['Files'], dropEffect: '' } }

  test('the window says that files are over it, also while they cross its parts', () => {
    render(<Target onFiles={() => {}} />)
    fireEvent.dragEnter(window, carried)
    fireEvent.dragEnter(window, carried)
    fireEvent.dragLeave(window, carried)
    screen.getByText('over')
    fireEvent.dragLeave(window, carried)
    screen.getByText('waiting')
  })

  test('dropped files are handed over and the page is never left', () => {
    const onFiles = vi.fn()
    render(<Target onFiles={onFiles} />)
    fireEvent.dragEnter(window, carried)
    expect(fireEvent.drop(window, carried)).toBe(false)
    expect(onFiles).toHaveBeenCalledWith([file])
    screen.getByText('waiting')
  })

  test('a part of a page takes what is dropped onto it, and says when files are over it; the rest goes to the window', () => {
    const [onWindow, onPart] = [vi.fn(), vi.fn()]
    function Part() {
      const { ref, isOver } = usePartFileDrop(onPart)
      return (
        <div ref={ref}>
          <b>{isOver ? 'over the part' : 'part'}</b>
        </div>
      )
    }
    const { unmount } = render(
      <>
        <Target onFiles={onWindow} />
        <Part />
      </>,
    )
    fireEvent.dragEnter(document.body, carried)
    screen.getByText('over')
    fireEvent.dragEnter(screen.getByText('part'), carried)
    fireEvent.dragLeave(document.body, carried)
    screen.getByText('waiting')
    fireEvent.drop(screen.getByText('over the part'), carried)
    expect([onPart.mock.calls, onWindow.mock.calls]).toEqual([[[[file]]], []])
    screen.getByText('part')
    fireEvent.drop(document.body, carried)
    expect([onPart.mock.calls.length, onWindow.mock.calls]).toEqual([1, [[[file]]]])
    unmount()
  })

  test('a page that takes no files is not left either', () => {
    render(<Target />)
    fireEvent.dragEnter(window, carried)
    screen.getByText('waiting')
    expect(fireEvent.drop(window, carried)).toBe(false)
  })

  test('files can be chosen with a button', () => {
    const onFiles = vi.fn()
    render(inHouse(<DropZone title="拖到这里" isOver={false} onFiles={onFiles} />))
    screen.getByRole('button', { name: '选择文件' })
    fireEvent.change(screen.getByLabelText('选择文件', { selector: 'input' }), { target: { files: [file] } })
    expect(onFiles).toHaveBeenCalledWith([file])
  })
})

describe('small parts', () => {
  test('the equation is read as one sentence and its bar has the same proportions', () => {
    const counts = { rows: 3214, created: 1982, updated: 486, unchanged: 711, rejected: 35 }
    expect(counts.created + counts.updated + counts.unchanged + counts.rejected).toBe(counts.rows)
    const { container } = render(inHouse(<CountEquation counts={counts} />, 'en'))
    screen.getByRole('img', { name: '3,214 rows = 1,982 new + 486 changed + 711 unchanged + 35 rejected' })
    const parts = [...container.querySelectorAll<HTMLElement>('.equation-bar > i')]
    expect(parts.map(part => Number(part.style.flexGrow))).toEqual([1982, 486, 711, 35])
  })

  test('nothing rejected has no part in the bar', () => {
    const counts = { rows: 5, created: 5, updated: 0, unchanged: 0, rejected: 0 }
    const { container } = render(inHouse(<CountEquation counts={counts} />))
    expect(container.querySelectorAll('.equation-bar > i')).toHaveLength(1)
  })

  test('an error says its text and, small, its code', () => {
    render(inHouse(<ErrorNote error={{ code: 'file-truncated', details: { row: 8201 } }} />))
    expect(screen.getByRole('alert').textContent).toMatch(/第 8,201 行断了.*代码 file-truncated$/)
  })

  test('money that cannot be computed is a dash', () => {
    const { container } = render(<MoneyText minor={null} currency="CNY" />)
    expect(container.textContent).toBe('—')
  })

  test('more tags than there is room for are counted', () => {
    const { container } = render(<TagList tags={['一', '二', '三', '四']} />)
    expect(container.textContent).toBe('一 二 +2')
    expect(container.querySelector('[title]')?.getAttribute('title')).toBe('一、二、三、四')
  })

  test('a segment of an unknown colour is still named', () => {
    const { container } = render(<SegmentSwatch colorKey="unheard-of">样例客群</SegmentSwatch>)
    expect(container.textContent).toBe('样例客群')
    expect(container.querySelector<HTMLElement>('.swatch')?.style.background).toBe('var(--seg-none)')
  })

  test('a folded entry keeps its name for a screen reader', () => {
    render(<NavigationItem href="#/customers" icon={<i />} label="客户" isCurrent isFolded />)
    const entry = screen.getByRole('link', { name: '客户' })
    expect(entry.textContent).toBe('')
    expect(entry.getAttribute('aria-current')).toBe('page')
  })

  test('a choice says whether it is on', () => {
    const onClick = vi.fn()
    render(
      <ChoiceChip isOn onClick={onClick}>
        全部
      </ChoiceChip>,
    )
    fireEvent.click(screen.getByRole('button', { name: '全部', pressed: true }))
    expect(onClick).toHaveBeenCalledTimes(1)
  })

  test('a skeleton is drawn only after 200 ms', () => {
    vi.useFakeTimers()
    render(<Skeleton lines={3} />)
    expect(screen.queryByRole('status')).toBeNull()
    act(() => vi.advanceTimersByTime(200))
    screen.getByRole('status', { name: '正在读取' })
    vi.useRealTimers()
  })
})
