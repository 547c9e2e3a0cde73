import { expect, it } from 'vitest'
import { isCloudFolder, listArchiveWarnings } from '#main/archives/archive-warnings.ts'

it.each([
  ['/home/a/OneDrive - 样例/客户管家/店.kehu', true],
  ['/home/a/我的坚果云/店.kehu', true],
  ['/home/a/百度网盘同步空间/店.kehu', true],
  ['/home/a/Dropbox/店.kehu', true],
  ['/home/a/WPS云盘/店.kehu', true],
  ['/home/a/文档/客户管家/店.kehu', false],
  ['/home/a/one/drive/店.kehu', false],
])('%s lies in a folder of a cloud program: %s', (folder, isCloud) => {
  expect(isCloudFolder(folder)).toBe(isCloud)
})

it('a clock is behind when it is more than five minutes earlier than the newest act', () => {
  const at = (time: string) => new Date(`2026-11-22T${time}Z`)
  const warnings = (now: string) =>
    listArchiveWarnings('/home/a/店.kehu', '2026-11-22T10:00:00.000Z', at(now))
  expect(warnings('09:54:59')).toEqual(['clock-behind'])
  expect(warnings('09:55:00')).toEqual([])
  expect(warnings('10:30:00')).toEqual([])
  expect(listArchiveWarnings('/home/a/店.kehu', null, at('00:00:00'))).toEqual([])
})
