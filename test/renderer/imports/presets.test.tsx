import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { ImportsScreen } from '#renderer/imports/imports-screen.tsx'
import { savablePreset } from '#renderer/imports/preset-content.ts'
import type { ImportPreset, ImportPresetContent } from '#shared/domain/import-mapping.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const content: ImportPresetContent = {
  ...{ name: '样例模板', platform: 'jd', kind: 'orders', recognise: ['单号'] },
  columns: [
    { heading: '单号', field: 'orderNumber' },
    { heading: '商家备注', field: null },
  ],
}
const builtIn: ImportPreset = { ...content, code: 'jd-orders', isBuiltIn: true }
const own: ImportPreset = { ...content, code: 'own-7', isBuiltIn: false }

const settle = () =>
  act(async () => {
    for (let turn = 0; turn < 4; turn += 1) await new Promise(resolve => setTimeout(resolve, 0))
  })

/** The page with no file on the desk, and its list of presets open. */
async function openPresets(answers: Answers = {}) {
  const places = { customersHref: '', segmentsHref: '', safetyHref: '', importCustomersHref: () => '' }
  const window_ = await renderInWindow(
    <ImportsScreen
      isReadOnly={false}
      undoImportBatchId={null}
      places={{ ...places, onUndo: () => undefined }}
      onUndoClose={() => undefined}
    />,
    {
      'imports.history': () => ({ total: 0, batches: [] }),
      'imports.listPresets': () => [own, builtIn],
      'imports.listProfiles': () => [],
      ...answers,
    },
  )
  const user = userEvent.setup()
  await settle()
  await user.click(screen.getByRole('button', { name: '模板和记住的对应' }))
  await settle()
  const item = (name: string) =>
    screen.getByTitle(name).closest('li') ?? expect.fail(`${name} is not in the list`)
  const press = async (name: string, within_ = screen.getByRole('dialog')) => {
    await user.click(within(within_).getByRole('button', { name }))
    await settle()
  }
  return { ...window_, user, item, press }
}

describe('presets, without a file on the desk', () => {
  test('each can be looked at; Escape leads back to the list and only then out', async () => {
    const { user, item, press } = await openPresets()
    await press('看看', item('京东 订单'))
    const cells = within(screen.getByRole('dialog')).getAllByRole('cell')
    expect(cells.map(cell => cell.textContent)).toEqual(['单号', '订单号', '商家备注', '不要这列'])
    await user.keyboard('{Escape}')
    await settle()
    item('样例模板')
    await user.keyboard('{Escape}')
    await settle()
    expect(screen.queryByTitle('样例模板')).toBeNull()
  })

  test('only those of the operator can be changed and deleted', async () => {
    const { item } = await openPresets()
    const actsOf = (name: string) =>
      within(item(name))
        .getAllByRole('button')
        .map(button => button.textContent)
    expect(actsOf('京东 订单')).toEqual(['看看', '复制一份', '导出'])
    expect(actsOf('样例模板')).toEqual(['看看', '修改', '复制一份', '导出', '删除'])
  })

  test('a new one begins with a name and is saved without blank headings', async () => {
    const { bridge, user, press } = await openPresets({ 'imports.savePreset': () => own })
    await press('新建模板')
    const save = () => screen.getByRole('button', { name: /保\s?存/ }) as HTMLButtonElement
    expect(save().disabled).toBe(true)
    // The name has the focus.
    await user.keyboard('样例登记')
    await user.type(screen.getByRole('textbox', { name: '列名' }), '客人')
    await user.click(screen.getByRole('button', { name: '加一列' }))
    await user.click(screen.getByText('客户'))
    await user.click(save())
    await settle()
    const saved = { name: '样例登记', platform: '', kind: 'customers', recognise: [] }
    expect(bridge.requestsOf('imports.savePreset')).toEqual([
      { code: null, content: { ...saved, columns: [{ heading: '客人', field: null }] } },
    ])
  })

  test('files of presets are handed on and taken in, and what came of it is said', async () => {
    const { bridge, item, press } = await openPresets({
      'imports.exportPresets': () => ({ fileName: '样例.kehupreset' }),
      'imports.importPresets': () => [],
    })
    await press('导出', item('京东 订单'))
    expect(bridge.requestsOf('imports.exportPresets')).toEqual([{ codes: ['jd-orders'] }])
    screen.getByText('已存成「样例.kehupreset」')
    await press('加入模板文件')
    screen.getByText('里面的模板都已经有了')
    bridge.use({ 'imports.importPresets': () => [own, own] })
    await press('加入模板文件')
    screen.getByText('加入了 2 个模板')
  })
})

test('a preset that lost a heading is no longer recognised by it', () => {
  expect(savablePreset({ ...content, recognise: ['单号', '没有了'] })).toEqual(content)
  expect(savablePreset({ ...content, name: ' ' })).toBeNull()
  expect(savablePreset({ ...content, columns: [{ heading: ' ', field: null }] })).toBeNull()
})
