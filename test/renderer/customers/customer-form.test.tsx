import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, test, vi } from 'vitest'
import { CustomerForm } from '#renderer/customers/customer-form.tsx'
import { AppError } from '#shared/contract/app-error.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { Region, RegionTree } from '#shared/domain/region.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'
import { exampleFile } from './example-customers.ts'

type Options = {
  readonly file?: CustomerFile
  readonly known?: { name?: string; phone?: string }
  readonly answers?: Answers
  /** The same archive as in an earlier window. */
  readonly archiveToken?: string
}

const nowhere: Region = { code: null, province: null, city: null, district: null, confidence: 'unclear' }
const westLake: Region = {
  ...{ code: '330106', province: '浙江省', city: '杭州市', district: '西湖区' },
  confidence: 'likely',
}
const regionTree: RegionTree = [
  { name: '浙江省', cities: [{ name: '杭州市', districts: ['上城区', '西湖区'] }] },
  { name: '河南省', cities: [{ name: '', districts: ['济源市'] }] },
]

let archives = 0
const nextArchive = () => {
  archives += 1
  return `form-${archives}`
}

/** The form as a page between others, so that it can be left. */
async function show({ file, known, answers, archiveToken = nextArchive() }: Options = {}) {
  const acts = { onSaved: vi.fn(), onNext: vi.fn(), onOpenCustomer: vi.fn() }
  const form = (
    <CustomerForm
      customerId={file?.customerId ?? null}
      {...(known ? { known } : {})}
      {...acts}
      onLeave={() => void router.navigate('/list')}
    />
  )
  const router = createMemoryRouter(
    [
      { path: '/form', element: form },
      { path: '/list', element: <p>列表</p> },
    ],
    { initialEntries: ['/form'] },
  )
  const archive = { ...openArchive, archiveToken }
  const window = await renderInWindow(<RouterProvider router={router} />, {
    'archives.state': () => archive,
    ...(file ? { 'customers.get': () => file } : {}),
    'customers.findByPhone': () => [],
    'customers.readRegion': () => nowhere,
    'customers.listRegions': () => regionTree,
    'customers.create': () => ({ customerId: 5, archiveNumber: 'X-000005', changeSetId: 3 }),
    'customers.update': () => ({ changeSetId: 4 }),
    ...answers,
  })
  await screen.findByLabelText(/客户姓名/)
  const created = () => window.bridge.requestsOf('customers.create').map(request => request.draft)
  const updated = () => window.bridge.requestsOf('customers.update')
  return { ...window, ...acts, router, archiveToken, created, updated }
}

const input = (label: string | RegExp) => screen.getByLabelText(label) as HTMLInputElement
const write = (label: string | RegExp, value: string) => fireEvent.change(input(label), { target: { value } })
const leave = (label: string | RegExp) => fireEvent.blur(input(label))
const key = (name: string, modifiers: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...modifiers })
const save = () => key('Enter', { ctrlKey: true })

describe('a field is checked', () => {
  test('when it is left, not while it is written in, and says at the field what is wrong', async () => {
    await show()
    write(/客户姓名/, '林')
    write(/客户姓名/, '')
    expect(screen.queryByText('这一项要填')).toBeNull()
    leave(/客户姓名/)
    const message = await screen.findByText('这一项要填')
    expect(message.closest('.ant-form-item')?.textContent).toContain('客户姓名')
  })

  test('and saving with a wrong one goes to it instead of saving', async () => {
    const { created } = await show()
    write(/出生日期/, '3 月左右')
    save()
    await screen.findByText('有 2 项要改，已在旁边写明。')
    await screen.findByText('这一项要填')
    await screen.findByText(/看不懂这个日期/)
    await waitFor(() => expect(document.activeElement).toBe(input(/客户姓名/)))
    expect(created()).toEqual([])
  })

  test('a birth ahead is told from one that cannot be read', async () => {
    await show()
    write(/出生日期/, '2027-01-01')
    leave(/出生日期/)
    await screen.findByText('这一天还没有到')
  })
})

test('a birth date is shown as it is stored once its field is left, and saved so', async () => {
  const { created, onSaved } = await show()
  write(/客户姓名/, '林样一')
  write(/出生日期/, '88年3月9号')
  leave(/出生日期/)
  await waitFor(() => expect(input(/出生日期/).value).toBe('1988-03-09'))
  write(/出生日期/, '一九八八年三月')
  save()
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith(5))
  expect(created()[0]?.birthOn).toBe('1988-03')
})

test('what is saved is what was typed, with several phones', async () => {
  const { created } = await show()
  write(/客户姓名/, ' 林样一 ')
  write('联系电话', '138 0000 8826')
  fireEvent.click(await screen.findByRole('button', { name: '再加一个电话' }))
  const phones = screen.getAllByLabelText('联系电话') as HTMLInputElement[]
  fireEvent.change(phones[1] as HTMLInputElement, { target: { value: '0571-88886666' } })
  write('住址', '样板路 12 号')
  fireEvent.click(screen.getByLabelText(/拒绝商业联系/))
  save()
  await waitFor(() => expect(created()).toHaveLength(1))
  expect(created()[0]).toEqual({
    kind: 'individual',
    cardType: 'active',
    name: '林样一',
    gender: null,
    birthOn: null,
    idNumber: null,
    occupation: null,
    source: null,
    note: null,
    contactRefusedOn: '2026-11-21',
    contactPoints: [
      { kind: 'phone', value: '138 0000 8826' },
      { kind: 'phone', value: '0571-88886666' },
      { kind: 'address', value: '样板路 12 号' },
    ],
    tags: [],
    fields: {},
  } satisfies CustomerDraft | { contactRefusedOn: string })
  await screen.findByText('已新建 林样一（X-000005）')
  screen.getByRole('button', { name: '撤销' })
})

describe('a phone that was left', () => {
  test('warns when it is too short and does not keep from saving', async () => {
    const { created } = await show()
    write(/客户姓名/, '林样一')
    write('联系电话', '138 0000 882')
    expect(screen.queryByText(/电话只有 10 位/)).toBeNull()
    leave('联系电话')
    await screen.findByText('电话只有 10 位，可以先存。')
    save()
    await waitFor(() => expect(created()).toHaveLength(1))
  })

  test('says so as soon as it has all its digits, while one is still in the field', async () => {
    const { bridge } = await show({
      answers: {
        'customers.findByPhone': () => [{ customerId: 318, archiveNumber: 'X-000318', name: '林样一' }],
      },
    })
    write('联系电话', '1380000882')
    expect(bridge.requestsOf('customers.findByPhone')).toEqual([])
    write('联系电话', '138 0000 8826')
    await screen.findByText(/这个电话已在林样一（X-000318）的卡上/)
  })

  test('says whose card has it already, with the way there', async () => {
    const { bridge, onOpenCustomer } = await show({
      answers: {
        'customers.findByPhone': () => [{ customerId: 318, archiveNumber: 'X-000318', name: '林样一' }],
      },
    })
    write('联系电话', '13800008826')
    leave('联系电话')
    await screen.findByText(/这个电话已在林样一（X-000318）的卡上/)
    expect(bridge.requestsOf('customers.findByPhone')).toEqual([
      { phone: '13800008826', exceptCustomerId: null },
    ])
    fireEvent.click(screen.getByRole('button', { name: '打开看看' }))
    expect(onOpenCustomer).toHaveBeenCalledWith(318)
  })
})

describe('under an address', () => {
  const region = () => screen.getByRole('combobox', { name: '地区' })
  const shown = () => region().closest('.region-picker')?.textContent
  const pick = async (text: string) => {
    fireEvent.focus(region())
    fireEvent.change(region(), { target: { value: text } })
    fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: new RegExp(text) }))
  }

  test('stands the region read out of it once it was left, with how sure that is', async () => {
    await show({ answers: { 'customers.readRegion': () => westLake } })
    expect(screen.queryByRole('combobox', { name: '地区' })).toBeNull()
    write('住址', '杭州西湖区样板路 12 号')
    leave('住址')
    await waitFor(() => expect(shown()).toContain('浙江省 杭州市 西湖区'))
    expect(shown()).toContain('大概')
  })

  test('another can be picked, goes along while the address is written on, and is saved', async () => {
    const { created } = await show()
    write(/客户姓名/, '林样一')
    write('住址', '样板路 12 号')
    leave('住址')
    await waitFor(() => expect(shown()).toContain('看不准是哪里'))
    await pick('西湖区')
    await waitFor(() => expect(shown()).toContain('浙江省 杭州市 西湖区'))
    write('住址', '样板路 12 号 3 室')
    save()
    await waitFor(() => expect(created()).toHaveLength(1))
    expect(created()[0]?.contactPoints).toEqual([
      {
        ...{ kind: 'address', value: '样板路 12 号 3 室' },
        correctedRegion: { province: '浙江省', city: '杭州市', district: '西湖区' },
      },
    ])
  })

  test('a place directly below its province is picked without a city', async () => {
    const { created } = await show()
    write(/客户姓名/, '林样一')
    write('住址', '样板路 12 号')
    leave('住址')
    await pick('济源市')
    save()
    await waitFor(() => expect(created()).toHaveLength(1))
    expect(created()[0]?.contactPoints[0]?.correctedRegion).toEqual({
      ...{ province: '河南省', city: null, district: '济源市' },
    })
  })

  test('what the archive holds is shown unasked, and an untouched card is not changed by it', async () => {
    const points = [{ kind: 'address' as const, value: '样板路 12 号', region: westLake }]
    const { bridge, router } = await show({ file: exampleFile({ contactPoints: points }) })
    expect(shown()).toContain('浙江省 杭州市 西湖区')
    expect(bridge.requestsOf('customers.readRegion')).toEqual([])
    key('Escape')
    await screen.findByText('列表')
    expect(router.state.location.pathname).toBe('/list')
  })
})

test('Enter goes to the next field, but not while composing, and makes a new line in the note', async () => {
  await show()
  input(/客户姓名/).focus()
  key('Enter', { isComposing: true })
  key('Enter', { keyCode: 229 })
  expect(document.activeElement).toBe(input(/客户姓名/))
  key('Enter')
  expect(document.activeElement).not.toBe(input(/客户姓名/))
  input('职业').focus()
  key('Enter')
  expect(document.activeElement).toBe(input('联系电话'))
  input('备注').focus()
  expect(key('Enter')).toBe(true)
  expect(document.activeElement).toBe(input('备注'))
})

test('keys that are being composed do not save', async () => {
  const { created } = await show()
  write(/客户姓名/, '林样一')
  key('Enter', { ctrlKey: true, isComposing: true })
  key('s', { ctrlKey: true, keyCode: 229 })
  await act(async () => {})
  expect(created()).toEqual([])
})

test('Ctrl+D fills a field as on the card before, but for the name', async () => {
  const { created } = await show()
  write(/客户姓名/, '林样一')
  write('职业', '教师')
  write('住址', '样例市样板路 1 号')
  key('Enter', { ctrlKey: true, shiftKey: true })
  await waitFor(() => expect(created()).toHaveLength(1))
  await waitFor(() => expect(input('职业').value).toBe(''))
  for (const field of [/客户姓名/, '职业', '住址'] as const) {
    input(field).focus()
    key('d', { ctrlKey: true })
  }
  await waitFor(() => expect(input('住址').value).toBe('样例市样板路 1 号'))
  expect([input(/客户姓名/).value, input('职业').value]).toEqual(['', '教师'])
})

test('Ctrl+Shift+Enter saves and begins the next card', async () => {
  const { created, onNext, onSaved } = await show()
  write(/客户姓名/, '林样一')
  key('Enter', { ctrlKey: true, shiftKey: true })
  await waitFor(() => expect(onNext).toHaveBeenCalledTimes(1))
  expect(created()).toHaveLength(1)
  expect(onSaved).not.toHaveBeenCalled()
  expect(input(/客户姓名/).value).toBe('')
})

test('an edit sends what was typed and what was seen, and says it is saved', async () => {
  const file = exampleFile({ occupation: '教师（示例）' })
  const { updated, onSaved } = await show({ file })
  write('职业', '会计（示例）')
  key('s', { ctrlKey: true })
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith(1))
  expect(updated()[0]).toMatchObject({
    customerId: 1,
    seen: { occupation: '教师（示例）', contactPoints: file.contactPoints },
    draft: { occupation: '会计（示例）', contactPoints: file.contactPoints },
  })
  await screen.findByText('已保存 林样一')
})

test('the card of a known customer is said and no switch, and an edit leaves it', async () => {
  const { updated } = await show({ file: exampleFile({ cardType: 'lead' }) })
  await screen.findByText(/潜在客户调查卡/)
  expect(screen.queryByRole('radio', { name: '旧客户卡' })).toBeNull()
  write('职业', '会计（示例）')
  key('s', { ctrlKey: true })
  await waitFor(() =>
    expect(updated()[0]).toMatchObject({ seen: { cardType: 'lead' }, draft: { cardType: 'lead' } }),
  )
})

test('what was typed in the search box stands in the new card and is not asked about when left', async () => {
  const { router } = await show({ known: { name: '林样一' } })
  expect(input(/客户姓名/).value).toBe('林样一')
  key('Escape')
  await screen.findByText('列表')
  expect(router.state.location.pathname).toBe('/list')
})

describe('leaving with unsaved changes', () => {
  const change = async (options: Options = {}) => {
    const shown = await show(options)
    write(/客户姓名/, '林样二')
    key('Escape')
    const dialog = await screen.findByRole('dialog', { name: '有改动还没有存' })
    return { ...shown, dialog }
  }

  test('asks first, and staying loses nothing', async () => {
    const { dialog, router } = await change()
    fireEvent.click(within(dialog).getByRole('button', { name: /Close|关闭/ }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '有改动还没有存' })).toBeNull())
    expect(router.state.location.pathname).toBe('/form')
    expect(input(/客户姓名/).value).toBe('林样二')
  })

  test('can save and then goes where one wanted', async () => {
    const { dialog, created } = await change()
    fireEvent.click(within(dialog).getByRole('button', { name: '保存' }))
    await screen.findByText('列表')
    expect(created().map(draft => draft.name)).toEqual(['林样二'])
  })

  test('can set them aside: they are there when one comes back, until they are dropped', async () => {
    const { dialog, archiveToken, view } = await change()
    fireEvent.click(within(dialog).getByRole('button', { name: '先放着' }))
    await screen.findByText('列表')
    view.unmount()
    await show({ archiveToken })
    expect(input(/客户姓名/).value).toBe('林样二')
    screen.getByText('接着写上次没有存下的内容。')
    fireEvent.click(screen.getByRole('button', { name: '不要了，从头写' }))
    expect(input(/客户姓名/).value).toBe('')
  })

  test('can drop them', async () => {
    const { dialog, archiveToken, view } = await change()
    fireEvent.click(within(dialog).getByRole('button', { name: '不要了' }))
    await screen.findByText('列表')
    view.unmount()
    await show({ archiveToken })
    expect(input(/客户姓名/).value).toBe('')
  })

  test('keeps the window from closing unasked; a form that was not touched does not', async () => {
    await show()
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true)
    write(/客户姓名/, '林样二')
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false)
    write(/客户姓名/, '')
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true)
  })

  test('a form that was not touched is left unasked', async () => {
    await show({ file: exampleFile() })
    key('Escape')
    await screen.findByText('列表')
  })
})

describe('when the card was changed elsewhere meanwhile', () => {
  const seen = exampleFile({ occupation: '教师（示例）', note: '旧备注' })
  const stored = { ...seen, occupation: '护士（示例）', note: '别人的备注', source: '别人写的来源' }

  /** Main refuses the first attempt, as it does when a changed field holds something else than was seen. */
  const showConflict = async () => {
    let file = seen
    const shown = await show({
      file: seen,
      answers: {
        'customers.get': () => file,
        'customers.update': request => {
          if (request.seen.occupation !== file.occupation)
            throw new AppError('conflict', { fields: 'occupation' })
          return { changeSetId: 4 }
        },
      },
    })
    file = stored
    write('职业', '会计（示例）')
    save()
    const dialog = await screen.findByRole('dialog', { name: '这张卡在别处改过' })
    return { ...shown, dialog }
  }

  test('both values are shown, and one’s own is kept by default, beside what others wrote elsewhere', async () => {
    const { dialog, updated, onSaved } = await showConflict()
    within(dialog).getByText('会计（示例）')
    within(dialog).getByText('护士（示例）')
    expect(within(dialog).queryByText('别人的备注')).toBeNull()
    fireEvent.click(within(dialog).getByRole('button', { name: '按选的保存' }))
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith(1))
    expect(updated().at(-1)).toMatchObject({
      seen: { occupation: '护士（示例）' },
      draft: { occupation: '会计（示例）', note: '别人的备注', source: '别人写的来源' },
    })
  })

  test('the other’s value can be chosen', async () => {
    const { dialog, updated, onSaved } = await showConflict()
    fireEvent.click(within(dialog).getByLabelText(/护士（示例）/))
    fireEvent.click(within(dialog).getByRole('button', { name: '按选的保存' }))
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith(1))
    expect(updated().at(-1)?.draft.occupation).toBe('护士（示例）')
  })
})

test('a full disk says what was kept, keeps the form, and lets one save again', async () => {
  let isFull = true
  const { onSaved } = await show({
    answers: {
      'customers.create': () => {
        if (isFull) throw new AppError('disk-full')
        return { customerId: 5, archiveNumber: 'X-000005', changeSetId: 3 }
      },
    },
  })
  write(/客户姓名/, '林样一')
  save()
  await screen.findByText(/磁盘满了/)
  expect(input(/客户姓名/).value).toBe('林样一')
  isFull = false
  fireEvent.click(screen.getByRole('button', { name: '再存一次' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith(5))
})

describe('the resident ID number', () => {
  const masked = '1****************X'
  const isThere = () => screen.queryByLabelText('身份证号') !== null

  test('has no field until it is asked for, and is sent as it is stored', async () => {
    const { created } = await show()
    expect(isThere()).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: '加身份证号' }))
    write(/客户姓名/, '林样一')
    write('身份证号', '110105 19491231 002x')
    save()
    await waitFor(() => expect(created()[0]?.idNumber).toBe('11010519491231002X'))
  })

  test('is checked when its field is left', async () => {
    await show()
    fireEvent.click(screen.getByRole('button', { name: '加身份证号' }))
    write('身份证号', '110105194912310021')
    leave('身份证号')
    await screen.findByText('号码不对：18 位要校验码正确，或者旧的 15 位')
  })

  test('of a known card stands there masked: left so it goes back as it came, changed in part it is refused', async () => {
    const { updated } = await show({ file: exampleFile({ idNumber: masked }) })
    expect(input('身份证号').value).toBe(masked)
    write('身份证号', '1101**********002X')
    leave('身份证号')
    await screen.findByText('有 * 的号码存不了：写全新的号码，或者改回原样')
    write('身份证号', masked)
    write(/客户姓名/, '林样二')
    save()
    await waitFor(() => expect(updated()).toHaveLength(1))
    expect([updated()[0]?.draft.idNumber, updated()[0]?.seen.idNumber]).toEqual([masked, masked])
  })
})
