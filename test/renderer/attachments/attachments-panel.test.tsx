import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { AttachmentsPanel } from '#renderer/attachments/attachments-panel.tsx'
import type { Attachment } from '#shared/domain/attachment.ts'
import type { Answers } from '#test/renderer/fake-bridge.ts'
import { openArchive, renderInWindow } from '#test/renderer/render-window.tsx'

const attachment = (attachmentId: number, fileName: string, kind: Attachment['kind']): Attachment => ({
  ...{ attachmentId, fileName, kind, sizeBytes: 2048, addedAt: '2026-11-20T08:00:00.000Z' },
  contentName: String(attachmentId).repeat(64),
})
const attachments = [
  attachment(1, '合同.pdf', 'other'),
  attachment(2, '门面.jpg', 'picture'),
  attachment(3, '<b>x</b>.svg', 'other'),
  attachment(4, '名片.png', 'picture'),
]
const show = (answers: Answers = {}) =>
  renderInWindow(<AttachmentsPanel file={{ customerId: 7 }} />, {
    'attachments.ofCustomer': () => attachments,
    'attachments.remove': () => ({ changeSetId: 9 }),
    ...answers,
  })
const button = (name: string) => screen.findByRole('button', { name })

describe('the attachments of a customer', () => {
  test('stand with name, size and day; only pictures can be looked at', async () => {
    await show()
    await screen.findByText('合同.pdf')
    expect(screen.getAllByRole('row').map(row => row.textContent)).toEqual([
      '文件名大小添加日期',
      '合同.pdf2.0 KB2026-11-20另存为…删除',
      '门面.jpg2.0 KB2026-11-20另存为…删除',
      '<b>x</b>.svg2.0 KB2026-11-20另存为…删除',
      '名片.png2.0 KB2026-11-20另存为…删除',
    ])
    screen.getByText('4 个，共 8.0 KB')
    expect(screen.getAllByRole('button', { name: /看大图/ })).toHaveLength(2)
  })

  test('a picture is shown large by its name among the stored ones, and the arrow keys go to the next', async () => {
    await show()
    fireEvent.click(await button('看大图「门面.jpg」'))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByRole('img', { name: '门面.jpg' }).getAttribute('src')).toBe(
      `app://main/stored/${'2'.repeat(64)}`,
    )
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'ArrowRight' })
    const next = await dialog.findByRole('img', { name: '名片.png' })
    fireEvent.error(next)
    await dialog.findByText(/打不开/)
  })

  test('one is taken off, with the way back beside the word that it is done', async () => {
    const { bridge } = await show()
    fireEvent.click(await button('删除附件「合同.pdf」'))
    await screen.findByText('已删除附件「合同.pdf」')
    expect(bridge.requestsOf('attachments.remove')).toEqual([{ attachmentIds: [1] }])
    await button('撤销')
  })

  test('a copy is saved where the dialog says, and the window says that it is not encrypted', async () => {
    const { bridge } = await show({ 'attachments.saveCopy': () => ({ name: '合同 2.pdf' }) })
    fireEvent.click(await button('把「合同.pdf」另存为'))
    await screen.findByText('已另存为「合同 2.pdf」，这一份没有加密')
    expect(bridge.requestsOf('attachments.saveCopy')).toEqual([
      { contentName: '1'.repeat(64), fileName: '合同.pdf' },
    ])
  })

  test('chosen files are added as one job; what could not be added is named with its reason', async () => {
    const files = ['a.txt', '大.zip'].map(name => ({ fileToken: `token ${name}`, name, sizeBytes: 1 }))
    const { bridge } = await show({
      'attachments.ofCustomer': () => [],
      'attachments.choose': () => files,
      'attachments.add': () => ({ jobId: 5 }),
    })
    fireEvent.click(await button('添加附件…'))
    await waitFor(() =>
      expect(bridge.requestsOf('attachments.add')).toEqual([
        { customerId: 7, fileTokens: ['token a.txt', 'token 大.zip'] },
      ]),
    )
    const value = { changeSetId: 3, added: 1, refused: [{ name: '大.zip', reason: 'too-large' }] }
    bridge.announce('job.ended', { jobId: 5, result: { ok: true, value } })
    await screen.findByText('1 个文件没有添加：大.zip（超过 50 MB）')
    await screen.findByText('已添加 1 个附件')
    fireEvent.click(await button('关闭'))
    expect(screen.queryByText(/没有添加/)).toBeNull()
  })

  test('a full disk is told in place', async () => {
    const { bridge } = await show({
      'attachments.choose': () => [{ fileToken: 't', name: 'a', sizeBytes: 1 }],
      'attachments.add': () => ({ jobId: 6 }),
    })
    fireEvent.click(await button('添加附件…'))
    await waitFor(() => expect(bridge.requestsOf('attachments.add')).toHaveLength(1))
    const error = { code: 'disk-full' as const, retry: true }
    bridge.announce('job.ended', { jobId: 6, result: { ok: false, error } })
    expect((await screen.findByRole('alert')).textContent).toContain('磁盘满了')
  })

  test('an archive that cannot be written offers nothing that writes', async () => {
    await show({ 'archives.state': () => ({ ...openArchive, isReadOnly: true }) })
    await screen.findByText('合同.pdf')
    expect(screen.queryByRole('button', { name: /删除|添加/ })).toBeNull()
  })
})
