import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { SettingsPanel } from '#renderer/settings/settings-panel.tsx'
import { AppError } from '#shared/contract/app-error.ts'
import { type ArchiveSettings, defaultQuality } from '#shared/domain/settings.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { examplePreferences, renderInWindow } from '#test/renderer/render-window.tsx'

const exampleSettings: ArchiveSettings = {
  shopName: '样例店',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  individualPrefix: 'X',
  companyPrefix: 'Q',
  idleDays: 365,
  quality: defaultQuality,
}

async function renderSettings(answers: Answers = {}) {
  const { bridge } = await renderInWindow(<SettingsPanel onFields={() => undefined} />, {
    'settings.get': () => exampleSettings,
    'settings.save': changed => ({ ...exampleSettings, ...changed }),
    ...answers,
  })
  const shopName = await screen.findByRole<HTMLInputElement>('textbox', { name: '店名' })
  return { user: userEvent.setup(), bridge, shopName }
}

test('a choice of the window is saved at once, with the others as they are', async () => {
  const { user, bridge } = await renderSettings()
  await user.click(screen.getByText('深色'))
  expect(bridge.requestsOf('preferences.save')).toEqual([{ ...examplePreferences, theme: 'dark' }])
  await user.click(screen.getByText('宽松'))
  expect(bridge.requestsOf('preferences.save').at(-1)).toEqual({
    ...examplePreferences,
    theme: 'dark',
    density: 'roomy',
  })
})

test('a choice that could not be saved goes back to what main says', async () => {
  const { user, bridge } = await renderSettings({
    'preferences.save': () => {
      throw new AppError('disk-full')
    },
  })
  await user.click(screen.getByText('深色'))
  await waitFor(() => expect(bridge.requestsOf('preferences.get').length).toBeGreaterThan(1))
  await waitFor(() => expect(screen.getByText('浅色').closest('.ant-segmented-item-selected')).toBeTruthy())
})

test('the shop name is saved when it is left, and the toast carries the way back', async () => {
  const { user, bridge, shopName } = await renderSettings()
  await user.clear(shopName)
  await user.type(shopName, '示范店')
  expect(bridge.requestsOf('settings.save')).toEqual([])
  await user.tab()
  const { currency: _, ...others } = exampleSettings
  await waitFor(() => expect(bridge.requestsOf('settings.save')).toEqual([{ ...others, shopName: '示范店' }]))
  const toast = await screen.findByText('已改：店名')
  await user.click(within(toast.parentElement as HTMLElement).getByText('撤销'))
  await waitFor(() => expect(bridge.requestsOf('settings.save').at(-1)?.shopName).toBe('样例店'))
})

test('an unchanged text is not saved again, and Esc puts the saved one back', async () => {
  const { user, bridge, shopName } = await renderSettings()
  await user.type(shopName, '改{Escape}')
  expect(shopName.value).toBe('样例店')
  await user.keyboard('{Enter}')
  expect(bridge.requestsOf('settings.save')).toEqual([])
})

test('Enter while composing does not save', async () => {
  const { bridge, shopName } = await renderSettings()
  fireEvent.change(shopName, { target: { value: 'shifan' } })
  fireEvent.keyDown(shopName, { key: 'Enter', keyCode: 229 })
  await Promise.resolve()
  expect(bridge.requestsOf('settings.save')).toEqual([])
})

test('a prefix is stored in capitals; what is no prefix is not stored and says why', async () => {
  const { user, bridge } = await renderSettings()
  const prefix = screen.getByRole('textbox', { name: '个人档案编号开头的字母' })
  await user.clear(prefix)
  await user.type(prefix, '1{Enter}')
  expect(screen.getByRole('alert').textContent).toContain('一到三个大写字母')
  expect(bridge.requestsOf('settings.save')).toEqual([])
  await user.clear(prefix)
  await user.type(prefix, 'vip{Enter}')
  await waitFor(() => expect(bridge.requestsOf('settings.save').at(-1)?.individualPrefix).toBe('VIP'))
})

test('a failed save says what was kept', async () => {
  const { user, shopName } = await renderSettings({
    'settings.save': () => {
      throw new AppError('disk-full')
    },
  })
  await user.type(shopName, '二{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('磁盘满了')
})

test('currency and time zone are facts', async () => {
  await renderSettings()
  expect(screen.getByText(/建档案时定的，不能改/)).toBeTruthy()
  expect(screen.queryByRole('combobox', { name: /货币|时区/ })).toBeNull()
})

test('A20 and A22: when a file counts as stale or incomplete, and what counts for that, is set for the archive', async () => {
  const { user, bridge } = await renderSettings()
  const days = screen.getByRole('spinbutton', { name: '多少天没确认算久' })
  await user.clear(days)
  await user.type(days, '180{Enter}')
  const saved = () => bridge.requestsOf('settings.save').at(-1)?.quality
  await waitFor(() => expect(saved()).toEqual({ ...defaultQuality, staleDays: 180 }))
  await user.click(screen.getByRole('combobox', { name: '潜在客户调查卡该有哪些项' }))
  await user.click(await screen.findByText('微信', { selector: '.ant-select-item-option-content' }))
  const { completeness } = defaultQuality
  const lead = [...completeness.lead, 'wechat']
  await waitFor(() => expect(saved()?.completeness).toEqual({ ...completeness, lead }))
})

test('A23: what the shop sells is chosen and kept in the archive', async () => {
  const { user, bridge } = await renderSettings()
  await user.click(screen.getByRole('combobox', { name: '卖什么' }))
  await user.click(await screen.findByText('食品', { selector: '.ant-select-item-option-content' }))
  await waitFor(() => expect(bridge.requestsOf('settings.save')).toMatchObject([{ trade: 'food' }]))
})

test("B5: the words of a call are one's own where they were typed, and the standard ones after one click", async () => {
  const own = { 'zh-CN': { thanks: '多谢{name}。' }, en: { thanks: 'Thank you.' } }
  const { user, bridge } = await renderSettings({
    'settings.get': () => ({ ...exampleSettings, callWords: own }),
  })
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '感谢' })
  expect(box.value).toBe('多谢{name}。')
  const first = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '说明来意' })
  expect(first.value).toContain('您好，{name}，我是{shop}的。')
  await user.clear(first)
  await user.type(first, '您好，我是{{shop}的')
  await user.tab()
  await waitFor(() => expect(bridge.requestsOf('settings.save')).toHaveLength(1))
  expect(bridge.requestsOf('settings.save')[0]).toMatchObject({
    callWords: { 'zh-CN': { thanks: '多谢{name}。', introduce: '您好，我是{shop}的' }, en: own.en },
  })
  await user.click(screen.getByRole('button', { name: '全部恢复标准用语' }))
  await waitFor(() =>
    expect(bridge.requestsOf('settings.save').at(-1)).toMatchObject({
      callWords: { 'zh-CN': {}, en: own.en },
    }),
  )
})
