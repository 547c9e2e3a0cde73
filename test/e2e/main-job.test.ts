import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import axe from 'axe-core'
import ExcelJS from 'exceljs'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { messagesEn } from '#shared/i18n/messages.en.ts'
import { messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'
import { dropFiles } from './drop.ts'
import { launch, type Running } from './launch.ts'

type PageWindow = { kehu: Bridge }

// The main job from a fresh start, in the order in which a seller does it; each case goes on where the one before ended.
let run: Running
beforeAll(async () => {
  run = await launch()
  await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 728))
})
afterAll(() => run?.close())

const patience = 60_000
const button = (name: string | RegExp) => run.page.getByRole('button', { name })
const text = (content: string | RegExp) => run.page.getByText(content)
const shown = (locator: Locator) => locator.first().waitFor({ timeout: patience })
/** `known` stands for the customer of whom the cases tell. */
const go = async (hash: string) => {
  const place = hash.includes('known') ? hash.replace('known', String(await knownId())) : hash
  await run.page.evaluate(place => {
    location.hash = place
  }, place)
}

/** A workbook as old archives are: title rows above the headings, orders over several lines, a sum row below. */
async function writeOrders(file: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('订单')
  sheet.addRow(['样例店 2026 年订单'])
  sheet.addRow(['制表：样例店员'])
  sheet.addRow([
    '订单编号',
    '买家会员名',
    '收货人姓名',
    '联系手机',
    '收货地址',
    '订单创建时间',
    '订单状态',
    '宝贝标题',
    '购买数量',
    '买家实付金额',
    '客户说',
  ])
  const people = [
    ['yangli_1', '林样一', '13800001107', '浙江省杭州市西湖区样板路 12 号'],
    ['yangli_2', '周范三', '13900002208', '上海市样例区示例街 8 号'],
    ['yangli_3', '单示四', '13700003309', '江苏省苏州市示范区试用大道 66 号'],
  ]
  for (let n = 1; n <= 12; n++) {
    const [buyer, name, phone, address] = people[n % 3] ?? []
    const at = new Date(Date.UTC(2026, n - 1, 10, 20, 15, 0))
    sheet.addRow([`S${n}`, buyer, name, phone, address, at, '交易成功', '样牌奶粉 3 段', 1, 100 + n, '谢谢'])
    if (n % 4 === 0)
      sheet.addRow([`S${n}`, buyer, name, phone, address, at, '交易成功', '试牌湿巾', 2, 20, ''])
  }
  sheet.getColumn(6).numFmt = 'yyyy-mm-dd hh:mm:ss'
  sheet.addRow(['合计', '', '', '', '', '', '', '', '', 1338, ''])
  await book.xlsx.writeFile(file)
}

/** A picture of one colour, after the PNG specification. */
function pngOf(width: number, height: number): Buffer {
  const uint32 = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data])
    return Buffer.concat([uint32(data.length), named, uint32(crc32(named))])
  }
  const head = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])])
  const rows = Buffer.alloc(height * (1 + 3 * width))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))],
  ])
}

const importButton = () => button(/^导入 [\d,]+ 行/)

test('a workbook dropped on the first screen makes an archive and is shown before anything is written', async () => {
  const file = path.join(run.dir, '样例店订单.xlsx')
  await writeOrders(file)
  await dropFiles(run.page, '#root', [file])
  await shown(button(messagesZhCN['start.createAndSee']))
  await button(messagesZhCN['start.createAndSee']).click()
  await shown(text('样例店订单.xlsx'))
  // 16 rows below the headings in row 3: 15 lines of 12 orders, and the sum row.
  await shown(run.page.getByText('16', { exact: true }))
  await shown(text(/表头在第 3 行/))
})

test('a column is mapped by hand, the shop is chosen, and the import writes what the preview said', async () => {
  const mapping = run.page.getByRole('combobox', { name: /客户说/ })
  await mapping.click()
  await run.page.keyboard.type('订单备注')
  await run.page.keyboard.press('Enter')
  await run.page.getByRole('combobox', { name: '店铺' }).click()
  await run.page.locator('.ant-select-item-option', { hasText: '未说明' }).first().click()
  await expect
    .poll(() => importButton().getAttribute('aria-disabled'), { timeout: patience })
    .not.toBe('true')
  await expect.poll(() => importButton().textContent(), { timeout: patience }).toContain('15')
  await importButton().click()
  await shown(text('已导入 15 行。'))
})

test('the import is taken back as a whole and imported again with the same result', async () => {
  await button('撤销此次导入').first().click()
  const dialog = run.page.getByRole('dialog')
  await shown(dialog)
  await dialog.getByRole('button', { name: /撤销此次导入/ }).click()
  await expect.poll(() => counts(), { timeout: patience }).toMatchObject({ customers: 0, orders: 0 })
  await run.page.keyboard.press('Escape')
  await go('#/imports')
  await dropFiles(run.page, '#root', [path.join(run.dir, '样例店订单.xlsx')])
  await shown(importButton())
  if ((await importButton().getAttribute('aria-disabled')) === 'true') {
    await run.page.getByRole('combobox', { name: '店铺' }).click()
    await run.page.locator('.ant-select-item-option', { hasText: '未说明' }).first().click()
  }
  await expect
    .poll(() => importButton().getAttribute('aria-disabled'), { timeout: patience })
    .not.toBe('true')
  await importButton().click()
  await shown(text('已导入 15 行。'))
  expect(await counts()).toEqual({ customers: 3, orders: 12, orderLines: 15 })
})

const counts = () =>
  run.page.evaluate(async () => {
    const answer = await (window as unknown as PageWindow).kehu.api['archives.counts']({})
    return answer.ok ? answer.value : answer.error
  })

test.each([
  ['pinyin initials', 'lyy', '林样一'],
  ['a surname that is read otherwise', 'shansh', '单示四'],
  ['four digits of a phone', '2208', '周范三'],
  ['two characters inside an address', '试用', '单示四'],
])('the search box finds a customer by %s', async (_how, typed, name) => {
  await run.page.keyboard.press('Control+k')
  await run.page.keyboard.type(typed)
  await expect
    .poll(() => run.page.getByRole('option').first().textContent(), { timeout: patience })
    .toContain(name)
  await run.page.keyboard.press('Escape')
  await run.page.keyboard.press('Escape')
})

test('a customer is opened from the search with the keyboard, edited and saved', async () => {
  await run.page.keyboard.press('Control+k')
  await run.page.keyboard.type('1107')
  // At once, before the hits of the text before are gone: what was typed is opened.
  await run.page.keyboard.press('Enter')
  await shown(run.page.getByRole('heading', { name: '林样一' }))
  await button('编辑').click()
  const occupation = run.page.getByLabel('职业')
  await occupation.fill('教师（示例）')
  await run.page.keyboard.press('Control+s')
  await shown(run.page.getByRole('heading', { name: '林样一' }))
  await run.page.getByRole('tab', { name: '资料' }).click()
  await shown(text('教师（示例）'))
})

test('a picture and a page dropped on 附件 are kept, not imported and not run; the picture is drawn, removed and back', async () => {
  const { page, dir } = run
  const files = [path.join(dir, '名片.png'), path.join(dir, '页面.html')]
  fs.writeFileSync(files[0] ?? '', pngOf(600, 300))
  fs.writeFileSync(files[1] ?? '', '<script>document.title = "ran"</script>')
  await page.getByRole('tab', { name: '附件' }).click()
  await shown(text('把文件拖到这里'))
  await dropFiles(page, '.attachments', files)
  await shown(text('已添加 2 个附件'))
  expect(await page.getByRole('row').allTextContents()).toEqual([
    expect.stringContaining('文件名'),
    expect.stringContaining('名片.png'),
    expect.stringContaining('页面.html'),
  ])
  const sizeOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(async image => {
        const picture = image as HTMLImageElement
        await picture.decode()
        return [picture.naturalWidth, picture.naturalHeight]
      })
  await expect.poll(() => sizeOf('.thumbnail').catch(() => null)).toEqual([192, 96])
  await button('看大图「名片.png」').click()
  expect(await sizeOf('.picture-large')).toEqual([600, 300])
  // The picture is there before its dialog is seen; a key pressed in between would still be the page's.
  const large = page.getByRole('dialog', { name: '名片.png' })
  await shown(large)
  await page.keyboard.press('Escape')
  await large.waitFor({ state: 'hidden' })
  const stored = () =>
    page.evaluate(async () => {
      const { api } = (window as unknown as PageWindow).kehu
      const answer = await api['attachments.ofCustomer']({
        customerId: Number(/\d+/.exec(location.hash)?.[0]),
      })
      const [picture, html] = answer.ok ? answer.value : []
      if (!picture || !html) return answer
      const load = async (address: string) => {
        const { status, headers } = await fetch(address)
        return [status, headers.get('content-type'), headers.get('content-security-policy')]
      }
      return {
        thumbnail: await load(`app://main/stored/${picture.contentName}/thumbnail`),
        html: await load(`app://main/stored/${html.contentName}`),
      }
    })
  // The page draws a thumbnail before it is stored.
  await expect.poll(stored, { timeout: patience }).toEqual({
    thumbnail: [200, 'image/webp', "default-src 'none'; sandbox"],
    html: [204, null, null],
  })
  await button('删除附件「名片.png」').click()
  await shown(text('已删除附件「名片.png」'))
  await page.keyboard.press('Control+z')
  await shown(button('看大图「名片.png」'))
  const copy = path.join(dir, '副本.png')
  await run.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, copy)
  await button('把「名片.png」另存为').click()
  await shown(text('已另存为「副本.png」'))
  expect(fs.readFileSync(copy)).toEqual(pngOf(600, 300))
})

test('a mark of the chart opens the customers behind it', async () => {
  await go('#/segments')
  const chart = run.page.getByRole('listbox', { name: '各客群的客户数与净消费' })
  await shown(chart)
  const marks = chart.getByRole('option')
  const names = await marks.evaluateAll(all => all.map(mark => mark.getAttribute('aria-label') ?? ''))
  const withCustomers = names.findIndex(name => /客户 [1-9]/.test(name))
  expect(withCustomers).toBeGreaterThanOrEqual(0)
  const [segment = '', customers = ''] = (names[withCustomers] ?? '').split(', ')
  await marks.nth(withCustomers).click()
  const grid = run.page.getByRole('grid', { name: segment })
  await shown(grid)
  await expect
    .poll(() => grid.getAttribute('aria-rowcount'))
    .toBe(String(Number(customers.replace(/\D/g, '')) + 1))
  await grid.getByRole('gridcell').first().dblclick()
  await expect.poll(() => run.page.evaluate(() => location.hash)).toMatch(/^#\/customers\/\d+/)
})

test('a customer report becomes a PDF whose text can be selected, with page numbers', async () => {
  const pdf = path.join(run.dir, '客户档案.pdf')
  await run.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, pdf)
  const customer = await run.page.evaluate(async () => {
    const answer = await (window as unknown as PageWindow).kehu.api['search.customers']({
      text: '1107',
      limit: 1,
    })
    return answer.ok ? answer.value.hits[0]?.customer.customerId : undefined
  })
  await go(`#/reports?customer=${customer}`)
  await shown(text('档案编号 X-00000').filter({ visible: true }))
  await button('存为 PDF').click()
  await shown(text(/已存为 客户档案\.pdf/))
  // Gaps between the letters are the tool's guess.
  const printed = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
  for (const part of ['现有客户卡', '购买清单', '样牌奶粉3段', '第1/1页', '本人核对'])
    expect(printed).toContain(part)
})

test('the report by media counts who named each medium, and a count leads to those customers in the list', async () => {
  const named = await run.page.evaluate(async () => {
    const { api } = (window as unknown as PageWindow).kehu
    const found = await api['search.customers']({ text: '1107', limit: 1 } as never)
    const fields = await api['fields.list']({} as never)
    if (!found.ok || !fields.ok) return null
    const media = fields.value.groups
      .flatMap(group => group.fields)
      .find(({ code }) => code === 'media-touch')
    const [option] = media?.options ?? []
    const customer = found.value.hits[0]?.customer
    if (!media || !option || !customer) return null
    const change = { field: 'own', fieldId: media.fieldId, value: [option.optionId] }
    const done = await api['customers.setField']({ customerIds: [customer.customerId], change } as never)
    return done.ok ? customer.name : null
  })
  await go('#/reports')
  await run.page.getByText('触媒报告', { exact: true }).first().click()
  const count = run.page.getByRole('button', { name: '在客户列表里看：短视频', exact: true })
  await shown(count)
  expect(await count.textContent()).toBe('1')
  await count.click()
  await shown(run.page.getByRole('row').filter({ hasText: named ?? '' }))
  await shown(text(/常接触的媒体/))
  await button('清除筛选').click()
})

test('feature 21: ten phones are put right by keyboard alone; the count falls, and the field says since when it is known', async () => {
  const ids = await run.page.evaluate(async () => {
    const { api } = (window as unknown as PageWindow).kehu
    const made: number[] = []
    for (let n = 1; n <= 11; n++) {
      const draft = {
        ...{
          kind: 'individual',
          cardType: 'lead',
          name: `质检${n}`,
          gender: null,
          birthOn: null,
          idNumber: null,
        },
        ...{ occupation: null, source: null, note: null, contactRefusedOn: null, tags: [], fields: {} },
        contactPoints: [{ kind: 'phone', value: `13800001${n}` }],
      }
      const answer = await api['customers.create']({ draft } as never)
      if (answer.ok) made.push(answer.value.customerId)
    }
    return made
  })
  await go('#/quality?kind=phone')
  for (let n = 1; n <= 10; n++) {
    const field = run.page.getByRole('textbox', { name: `质检${n} 的电话`, exact: true })
    await shown(field)
    await expect.poll(() => field.evaluate(element => element === document.activeElement)).toBe(true)
    await run.page.keyboard.type(`1390000${1000 + n}`)
    await run.page.keyboard.press('Enter')
    await shown(button(new RegExp(`^打不通的电话\\s*${11 - n}$`)))
  }
  await go(`#/customers/${ids[0]}`)
  await run.page.getByRole('tab', { name: '资料' }).click()
  await shown(run.page.locator('.stated-source').getByText(/^\d{4}-\d\d-\d\d$/))
})

/** The answer of the archive to what a case asks it besides. */
const ask = async <Method extends keyof Bridge['api']>(
  method: Method,
  request: Parameters<Bridge['api'][Method]>[0],
) => {
  const answer = await run.page.evaluate(
    ([name, asked]) => (window as unknown as PageWindow).kehu.api[name as Method](asked as never),
    [method, request] as const,
  )
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value as Extract<Awaited<ReturnType<Bridge['api'][Method]>>, { ok: true }>['value']
}
/** The customer whose phone ends so, of whom the cases above tell. */
const knownId = async () =>
  (await ask('search.customers', { text: '1107', limit: 1 })).hits[0]?.customer.customerId ?? 0
const countNow = async () => (await ask('customers.count', {})).count
const focusedLabel = () => run.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
const focusedBox = () => run.page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA')

test('B5: a call by script, by keyboard alone: answers go into their fields and one note, and one step takes both back', async () => {
  const { keyboard } = run.page
  const customerId = await knownId()
  await go(`#/customers/${customerId}`)
  await shown(run.page.getByRole('heading', { name: '林样一' }))
  await keyboard.press('F9')
  await shown(text(/您好，林样一/))
  await keyboard.press('Enter')
  await shown(text(/请问是林样一本人吗/))
  await keyboard.press('Alt+ArrowRight')
  await shown(text(/想了解一下您平时购物的习惯/))
  await keyboard.press('Alt+ArrowRight')
  await shown(text(/有什么事让您觉得不方便/))
  await expect.poll(focusedBox).toBe(true)
  await keyboard.type('宝宝挑食')
  await keyboard.press('Alt+ArrowRight')
  await shown(text(/谢谢您耐心回答/))
  await expect.poll(focusedBox).toBe(true)
  await keyboard.type('下周回电')
  await keyboard.press('Control+Enter')
  await shown(text('已保存和林样一的通话'))
  const noted = async () => {
    const entries = await ask('entries.ofCustomer', { customerId })
    const { fields } = await ask('customers.get', { customerId, orderLimit: 0 })
    const notes = entries.map(({ entry }) => 'note' in entry && entry.note)
    return [notes, Object.values(fields).filter(value => value === '宝宝挑食').length]
  }
  expect(await noted()).toEqual([['电话沟通\n困扰：宝宝挑食\n下周回电'], 1])
  await shown(run.page.getByRole('tab', { name: '记录 1' }))
  await keyboard.press('Control+z')
  await expect.poll(noted).toEqual([[], 0])
})

test('B4: a plan of collecting is written in the settings by keyboard and can then be named beside a correction', async () => {
  await go('#/settings')
  await button('新建计划').press('Enter')
  await shown(run.page.getByRole('dialog'))
  await expect.poll(focusedBox).toBe(true)
  await run.page.keyboard.type('弄清老客户为什么不再买')
  await run.page.keyboard.press('Control+Enter')
  await shown(text('已保存采集计划「弄清老客户为什么不再买」'))
  await go('#/quality?kind=phone')
  await run.page.getByRole('combobox', { name: '采集计划' }).click()
  await shown(run.page.locator('.ant-select-item-option', { hasText: '弄清老客户为什么不再买' }))
  await run.page.keyboard.press('Escape')
})

test('what is left of a worklist is saved as a workbook, with the reason and every figure of a phone', async () => {
  const file = path.join(run.dir, '质检.xlsx')
  await run.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await button(/导出 1 处/).click()
  await shown(text('已把 1 处存到 质检.xlsx'))
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const rows = book.worksheets[0]?.getSheetValues().slice(1) as unknown[][]
  expect(rows.map(row => row.slice(2, 5))).toEqual([
    ['客户', '原来写的', '为什么'],
    ['质检11', '1380000111', '有 10 位，应为 11 位'],
  ])
})

test('a filter is entered by its key, stands beside the name, is kept as a view and found again', async () => {
  const { keyboard } = run.page
  await go('#/customers')
  await shown(run.page.getByRole('grid'))
  const clear = button('清除筛选')
  if (await clear.isVisible()) await clear.click()
  await shown(text(/^14 位$/))
  await keyboard.press('Control+Shift+L')
  await shown(run.page.getByRole('dialog'))
  await expect.poll(focusedLabel).toBe('哪一项')
  await keyboard.type('客户姓名')
  await shown(run.page.locator('.ant-select-item-option-active', { hasText: '客户姓名' }))
  await keyboard.press('Enter')
  const value = run.page.getByRole('textbox', { name: '内容' })
  await shown(value)
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect.poll(focusedLabel).toBe('内容')
  await keyboard.type('质检')
  await shown(text('符合的有 11 位'))
  await keyboard.press('Control+Enter')
  await shown(text('11 位，全部 14 位'))
  await shown(button('客户姓名含「质检」'))
  await shown(button(/导出 11 位/))
  await button('存为视图').click()
  await keyboard.type('质检过的')
  await keyboard.press('Enter')
  await shown(text('已保存视图「质检过的」'))
  await button('清除筛选').click()
  await shown(text('14 位'))
  await button(/^视图/).click()
  await run.page
    .getByRole('menuitem', { name: /质检过的/ })
    .first()
    .click()
  await shown(text('11 位，全部 14 位'))
})

test('who is deleted is recognised in the bin and restored with Enter; the step can be taken back', async () => {
  const { keyboard } = run.page
  await run.page.getByRole('grid').click()
  await keyboard.press('Control+Home')
  await keyboard.press('Shift+Space')
  await button(/^删除 1 位|delete 删除 1 位/).click()
  await expect.poll(countNow).toBe(13)
  await go('#/customers/bin')
  await shown(button(/恢复「质检1」/))
  await shown(run.page.getByRole('gridcell', { name: '139 0000 1001' }))
  await keyboard.press('Enter')
  await expect.poll(countNow).toBe(14)
  await shown(text('已恢复 1 位客户'))
  await keyboard.press('Control+z')
  await expect.poll(countNow).toBe(13)
  await shown(button(/恢复「质检1」/))
  await button('全部恢复').click()
  await expect.poll(countNow).toBe(14)
  await keyboard.press('Escape')
  await expect.poll(() => run.page.evaluate(() => location.hash)).toBe('#/customers')
  await button('清除筛选').click()
})

test('K1, K2: who is selected is put into the funnel, dragged on with what the next stage asks, and moved back by a key', async () => {
  const { keyboard } = run.page
  const column = (name: RegExp) => run.page.getByRole('listbox', { name })
  await go('#/customers')
  await run.page.getByRole('grid').click()
  await keyboard.press('Control+Home')
  await keyboard.press('Shift+Space')
  await button('放入漏斗').click()
  await shown(text('已把 1 位放入漏斗的「客户分析」'))
  await go('#/funnel')
  await column(/^1 客户分析/)
    .getByRole('option')
    .first()
    .dragTo(column(/^2 潜在客户/))
  const dialog = run.page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '大', exact: true }).click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await shown(column(/^2 潜在客户，1 位/).getByRole('option'))
  await shown(run.page.getByLabel('重要客户：需求量大'))
  await column(/^2 潜在客户/).focus()
  await keyboard.press('Control+ArrowLeft')
  await shown(column(/^1 客户分析，1 位/).getByRole('option'))
  await keyboard.press('Control+z')
  await shown(column(/^2 潜在客户，1 位/).getByRole('option'))
})

test('D10: a tag with a condition comes to whom it finds by itself, and its number leads to them', async () => {
  const { keyboard } = run.page
  await go('#/tags')
  await button('新建标签').press('Enter')
  await shown(run.page.getByRole('dialog'))
  await expect.poll(() => run.page.evaluate(() => document.activeElement?.id)).toBe('name')
  await keyboard.type('买过的')
  await keyboard.press('Enter')
  await shown(text('已保存标签「买过的」'))
  await button('标签「买过的」的条件').click()
  await expect.poll(focusedLabel).toBe('哪一项')
  await keyboard.type('订单笔数')
  await keyboard.press('Enter')
  await run.page.getByRole('textbox', { name: '从' }).fill('1')
  await shown(text('符合的有 3 位'))
  await keyboard.press('Control+Enter')
  await button('保存').click()
  await shown(text(/已保存标签「买过的」的条件/))
  const link = button('看有标签「买过的」的 3 位客户')
  await shown(link)
  await link.click()
  await shown(button('标签有「买过的」'))
  await shown(text('3 位，全部 14 位'))
  await button('清除筛选').click()
})

const openPages = [
  ...[
    'customers',
    'customers/new',
    'customers/known',
    'customers/known/edit',
    'customers/cards',
    'customers/bin',
    'funnel',
    'segments',
    'reports',
  ],
  ...['imports', 'quality', 'quality/duplicates', 'tags', 'safety', 'settings', 'settings/fields'],
]

test('every page opens in both languages and themes without an error', async () => {
  for (const [language, theme] of [
    ['en', 'dark'],
    ['en', 'light'],
    ['zh-CN', 'dark'],
    ['zh-CN', 'light'],
  ] as const) {
    await setPreferences(language, theme)
    const messages = language === 'en' ? messagesEn : messagesZhCN
    for (const page of openPages) {
      await go(`#/${page}`)
      await shown(run.page.getByRole('main'))
      await shown(run.page.getByRole('main').locator(':scope > *'))
    }
    await shown(run.page.getByRole('heading', { name: messages['fields.title'] }))
    expect(await run.page.evaluate(() => document.documentElement.lang)).toBe(language)
  }
  expect(run.pageErrors).toEqual([])
})

/** What opens over the pages or beside them; each is closed with Esc. */
const openParts: readonly (readonly [string, string, () => Promise<void>])[] = [
  ['call panel', 'customers/known', () => run.page.keyboard.press('F9')],
  ['filter dialog', 'customers', () => run.page.keyboard.press('Control+Shift+L')],
  ['new tag', 'tags', () => run.page.locator('.page-head .ant-btn').first().click()],
  ['conditions of a tag', 'tags', () => run.page.locator('.tag-rule .link').first().click()],
  ['new plan', 'settings', () => run.page.getByRole('button', { name: /新建计划|New plan/ }).click()],
]

test('axe finds nothing serious on any page, tab, panel or dialog; in the other theme every word can be read', async () => {
  await run.page.emulateMedia({ reducedMotion: 'reduce' })
  const found: string[] = []
  const check = async (place: string, rules: string[]) => {
    // Colours fade in for a moment.
    await run.page.waitForTimeout(150)
    await run.page.evaluate(axe.source)
    const violations = await run.page.evaluate(seriousViolations, rules)
    found.push(...violations.map(violation => `${place}: ${violation}`))
  }
  const checkTabs = async (rules: string[]) => {
    await go('#/customers/known')
    const tabs = run.page.getByRole('main').getByRole('tab')
    await shown(tabs)
    for (const tab of await tabs.all()) {
      await tab.click()
      await check(`tab ${await tab.textContent()}`, rules)
    }
  }
  const checkParts = async (rules: string[]) => {
    for (const [name, page, open] of openParts) {
      await go(`#/${page}`)
      await shown(run.page.getByRole('main').locator(':scope > *'))
      await run.page.waitForTimeout(200)
      await open()
      await shown(run.page.locator('.ant-modal, .call-panel'))
      await check(name, rules)
      await run.page.keyboard.press('Escape')
    }
  }
  const all = ['wcag2a', 'wcag2aa', 'best-practice']
  const [gone] = (await ask('search.customers', { text: '质检11', limit: 1 })).hits
  await ask('customers.delete', { customerIds: [gone?.customer.customerId ?? 0] })
  await setPreferences('zh-CN', 'light')
  for (const page of openPages) {
    await go(`#/${page}`)
    await shown(run.page.getByRole('main').locator(':scope > *'))
    await check(page, all)
  }
  await checkTabs(all)
  await checkParts(all)
  await setPreferences('en', 'dark')
  const colors = ['color-contrast']
  for (const page of [
    'customers',
    'customers/bin',
    'customers/known/edit',
    'quality',
    'tags',
    'settings',
    'imports',
  ]) {
    await go(`#/${page}`)
    await check(`${page} in the dark`, colors)
  }
  await checkTabs(colors)
  await checkParts(colors)
  expect(found).toEqual([])
})

test('whatever Tab comes to on a page is seen to have the focus, in both themes', async () => {
  const unseen: string[] = []
  const inBoth = ['customers/known', 'quality']
  const others = ['customers', 'customers/new', 'tags', 'customers/bin', 'segments']
  for (const theme of ['dark', 'light'] as const) {
    await setPreferences('zh-CN', theme)
    for (const page of theme === 'dark' ? inBoth : [...inBoth, ...others]) {
      await go(`#/${page}`)
      await shown(run.page.getByRole('main').locator(':scope > *'))
      for (let step = 0; step < 14; step++) {
        await run.page.keyboard.press('Tab')
        const missing = await run.page.evaluate(focusWithoutMark)
        if (missing !== null) unseen.push(`${theme} ${page}: ${missing}`)
      }
    }
  }
  expect([...new Set(unseen)]).toEqual([])
})

/** Runs in the page: what has the focus and shows it neither itself nor around it. Null where it is seen. */
function focusWithoutMark(): string | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return null
  // The text field of a grid lies over its cell, which is framed.
  if (focused.classList.contains('sg-field'))
    return document.querySelector('.sg-cell.is-active, .sg-row.is-loading') ? null : 'grid'
  // A list of marks keeps the focus and frames the mark that is chosen.
  const mark = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '')
  let place: Element | null = mark ?? focused
  for (let up = 0; up < 4 && place; up++, place = place.parentElement) {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(place)
    if (outlineStyle !== 'none' && outlineWidth !== '0px') return null
    if (boxShadow !== 'none' && place.matches(':focus-within')) return null
  }
  return focused.outerHTML.slice(0, 120)
}

/** Runs in the page. */
async function seriousViolations(rules: string[]): Promise<string[]> {
  type Found = { id: string; impact: string; nodes: { html: string }[] }
  const { axe } = window as unknown as {
    axe: { run(where: Document, options: object): Promise<{ violations: Found[] }> }
  }
  const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`)
}

async function setPreferences(language: 'zh-CN' | 'en', theme: 'light' | 'dark'): Promise<void> {
  await go('#/settings')
  const pick = async (zh: string, en: string) => {
    const choice = run.page.getByText(zh, { exact: true }).or(run.page.getByText(en, { exact: true }))
    await choice.first().click()
  }
  if (language === 'en') await pick('English', 'English')
  else await pick('中文', '中文')
  if (theme === 'dark') await pick('深色', 'Dark')
  else await pick('浅色', 'Light')
  await expect.poll(() => run.page.evaluate(() => document.documentElement.lang)).toBe(language)
}

test('nothing tried to reach a network', async () => {
  const attempts = await run.page.evaluate(async () => {
    const answer = await (window as unknown as PageWindow).kehu.api['program.facts']({})
    return answer.ok ? answer.value.networkAttempts : -1
  })
  expect(attempts).toBe(0)
})
