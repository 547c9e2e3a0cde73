import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '#shared/contract/bridge.ts'
import { messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'
import { pssMebibytes } from '#test/bench/measure.ts'
import { dropFiles } from '#test/e2e/drop.ts'
import { launch, type Running } from '#test/e2e/launch.ts'
import { isFullSize, sized } from '#test/helpers/acceptance-size.ts'

type PageWindow = { kehu: Bridge }

const customerCount = sized(200_000)
const ordersEach = 4
const patience = isFullSize ? 1_200_000 : 90_000

let run: Running
beforeAll(async () => {
  run = await launch()
})
afterAll(() => run?.close())

const button = (name: string | RegExp) => run.page.getByRole('button', { name })
const shown = (locator: Locator) => locator.first().waitFor({ timeout: patience })
const importButton = () => button(/^导入 [\d,]+ 行/)
const isReady = async () => (await importButton().getAttribute('aria-disabled')) !== 'true'
const counts = () =>
  run.page.evaluate(async () => {
    const answer = await (window as unknown as PageWindow).kehu.api['archives.counts']({})
    return answer.ok ? answer.value : answer.error
  })

const phoneOf = (index: number) => `137${String(10_000_000 + index)}`

/** One known customer, who is looked for while all the others come in. */
function writeMember(): string {
  const file = path.join(run.dir, '会员.csv')
  fs.writeFileSync(file, '姓名,手机号\n寻样一,13800001107\n')
  return file
}

function writeOrders(): string {
  const file = path.join(run.dir, '订单.csv')
  const handle = fs.openSync(file, 'w')
  fs.writeSync(
    handle,
    '订单编号,买家会员名,收货人姓名,联系手机,订单状态,订单创建时间,宝贝标题,购买数量,买家实际支付金额\n',
  )
  for (let index = 0; index < customerCount; index++) {
    const lines = Array.from({ length: ordersEach }, (_, nth) => {
      const day = `2024-${String(1 + ((index + 3 * nth) % 12)).padStart(2, '0')}-10 09:30:00`
      const number = `4${String(ordersEach * index + nth).padStart(11, '0')}`
      return `${number},buyer_${index},样例${index},${phoneOf(index)},交易成功,${day},样牌奶粉 ${1 + (index % 40)} 段,1,${20 + nth}.50\n`
    })
    fs.writeSync(handle, lines.join(''))
  }
  fs.closeSync(handle)
  return file
}

/** Types into the search box, waits for the customer, and empties the box again. Units: ms from the last key to the hit. */
async function lookUp(text: string, name: string): Promise<number> {
  await run.page.keyboard.press('Control+k')
  await run.page.keyboard.type(text)
  const start = performance.now()
  await run.page.getByRole('option', { name }).first().waitFor({ timeout: patience })
  const elapsed = performance.now() - start
  await run.page.keyboard.press('Escape')
  await run.page.keyboard.press('Escape')
  return elapsed
}

it('a first file makes the archive', async () => {
  await dropFiles(run.page, '#root', [writeMember()])
  await shown(button(messagesZhCN['start.createAndSee']))
  await button(messagesZhCN['start.createAndSee']).click()
  await expect.poll(isReady, { timeout: patience }).toBe(true)
  await importButton().click()
  await shown(run.page.getByText('已导入 1 行。'))
})

it('while a large order file is read and written, the search box answers', async () => {
  const file = writeOrders()
  await run.page.evaluate(() => {
    location.hash = '#/imports'
  })
  await dropFiles(run.page, '#root', [file])
  // While it is read and compared.
  await lookUp('1107', '寻样一')
  await shown(run.page.getByRole('combobox', { name: '店铺' }))
  await expect.poll(() => run.page.getByText('订单.csv').count(), { timeout: patience }).toBeGreaterThan(0)
  await expect
    .poll(
      async () => {
        if (await isReady()) return true
        const shop = run.page.getByRole('combobox', { name: '店铺' })
        await shop.click()
        await run.page.locator('.ant-select-item-option', { hasText: '未说明' }).first().click()
        return isReady()
      },
      { timeout: patience, interval: 1000 },
    )
    .toBe(true)
  await importButton().click()
  const isWriting = () => run.page.getByRole('progressbar').count()
  await expect.poll(isWriting, { timeout: patience }).toBeGreaterThan(0)
  const waits: number[] = []
  while ((await isWriting()) > 0 && waits.length < 500)
    waits.push(await lookUp(waits.length % 2 === 0 ? '1107' : 'xyy', '寻样一'))
  expect(waits.length).toBeGreaterThan(0)
  const sorted = waits.toSorted((one, other) => one - other)
  console.info(
    `${waits.length} searches during the import: median ${sorted[Math.floor(waits.length / 2)]?.toFixed(0)} ms, slowest ${sorted.at(-1)?.toFixed(0)} ms`,
  )
  await shown(run.page.getByText(/^已导入 [\d,]+ 行。/))
})

it('every customer and every order is there once, and the last one is found', async () => {
  const orders = ordersEach * customerCount
  expect(await counts()).toEqual({ customers: customerCount + 1, orders, orderLines: orders })
  await lookUp(phoneOf(customerCount - 1), `样例${customerCount - 1}`)
})

/** Goes to a page and waits for something on it. Units: ms. */
async function timed(act: () => Promise<unknown>, seen: Locator): Promise<number> {
  const start = performance.now()
  await act()
  await shown(seen)
  return performance.now() - start
}
const goTo = (hash: string) =>
  run.page.evaluate(target => {
    location.hash = target
  }, hash)
const cell = (text: string) => run.page.locator('.sg-row', { hasText: text })
const archiveNumber = (index: number) => `X-${String(index).padStart(6, '0')}`
const tell = (what: string, ms: number) => console.info(`${what}: ${ms.toFixed(0)} ms`)

describe('feature 15: with everyone in the archive', () => {
  it('the list opens, and its end, its middle and its beginning are there when one jumps to them', async () => {
    tell('list opens', await timed(() => goTo('#/customers'), cell(archiveNumber(1))))
    await cell(archiveNumber(1)).first().click()
    const press = (keys: string) => () => run.page.keyboard.press(keys)
    tell('to the end', await timed(press('Control+End'), cell(archiveNumber(customerCount + 1))))
    const middle = Math.floor(customerCount / 2)
    const scroll = () =>
      run.page.evaluate(() => {
        const list = document.querySelector('.sg-scroll')
        list?.scrollTo(0, list.scrollHeight / 2)
      })
    tell('to the middle', await timed(scroll, cell(archiveNumber(middle))))
    tell('to the beginning', await timed(press('Control+Home'), cell(archiveNumber(1))))
  })

  it.each([
    // Orders are three months apart: a customer's last one is in October, November or December.
    ['最近购买', '2024-10-10'],
    // 寻 (xun) stands before 样 (yang); the phones of the others begin with 1371.
    ['客户姓名', '寻样一'],
    ['联系电话', '137 1000 0000'],
    ['档案编号', archiveNumber(1)],
  ])('the list is sorted by %s, and begins with %s', async (name, first) => {
    const title = run.page.getByRole('columnheader').filter({ hasText: name }).first()
    const row = run.page.locator('.sg-row[aria-rowindex="2"]', { hasText: first })
    tell(`sort by ${name}`, await timed(() => title.click(), row))
    expect(await title.getAttribute('aria-sort')).toMatch(/ending$/)
  })

  it('a file opens with its four orders', async () => {
    await run.page.keyboard.press('Control+Home')
    const id = customerCount + 1
    // Every customer paid 20.50 + 21.50 + 22.50 + 23.50.
    tell('a file opens', await timed(() => goTo(`#/customers/${id}`), run.page.getByText('¥88.00')))
    await shown(run.page.getByRole('tab', { name: '订单 4' }))
  })

  it('everyone gets a segment', async () => {
    const everyone = (customerCount + 1).toLocaleString('en')
    tell('segments', await timed(() => goTo('#/segments'), run.page.getByText(new RegExp(everyone))))
    const mebibytes = pssMebibytes(run.app.process().pid ?? 0)
    console.info(`memory of all processes: ${mebibytes.toFixed(0)} MiB`)
    expect(mebibytes).toBeLessThan(1000)
  })
})

it('nobody saw an error', () => {
  expect(run.pageErrors).toEqual([])
})
