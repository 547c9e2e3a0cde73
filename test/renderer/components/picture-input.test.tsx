import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { FieldInput } from '#renderer/components/field-input.tsx'
import { AppError } from '#shared/contract/app-error.ts'
import type { FieldDefinition } from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { renderInWindow } from '#test/renderer/render-window.tsx'

const field: FieldDefinition = {
  ...{ fieldId: 7, groupId: 1, code: null, name: '门面', valueKind: 'image', isRequired: false },
  ...{ defaultValue: null, options: [] },
}
const contentName = 'ab'.repeat(32)
const seen: (FieldValue | undefined)[] = []
function Form({ first }: { first?: string }) {
  const [value, setValue] = useState<FieldValue | undefined>(first)
  seen.push(value)
  return <FieldInput field={field} {...(value === undefined ? {} : { value })} onChange={setValue} />
}
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('a picture is chosen by its token, shown with its name, and taken off again', async () => {
  const { bridge } = await renderInWindow(<Form />, {
    'attachments.choosePicture': () => ({ fileToken: 't1', name: '门面.png', sizeBytes: 9 }),
    'attachments.storePicture': () => ({ contentName, fileName: '门面.png' }),
  })
  click('选择图片…')
  await screen.findByText('门面.png')
  expect(bridge.requestsOf('attachments.storePicture')).toEqual([{ fileToken: 't1' }])
  expect(seen.at(-1)).toBe(`${contentName}/门面.png`)
  expect(document.querySelector('img')?.getAttribute('src')).toBe(
    `app://main/stored/${contentName}/thumbnail`,
  )
  click('去掉图片「门面.png」')
  await screen.findByRole('button', { name: '选择图片…' })
  expect(seen.at(-1)).toBeUndefined()
})

test('what is no picture is refused in place; a closed dialog changes nothing', async () => {
  let chosen: { fileToken: string; name: string; sizeBytes: number } | null = null
  const { bridge } = await renderInWindow(<Form first={`${contentName}/旧.png`} />, {
    'attachments.choosePicture': () => chosen,
    'attachments.storePicture': () => {
      throw new AppError('picture-unknown')
    },
  })
  click('换一张…')
  await waitFor(() => expect(bridge.requestsOf('attachments.choosePicture')).toHaveLength(1))
  chosen = { fileToken: 't2', name: '图.svg', sizeBytes: 9 }
  // While it waits for the dialog the button takes no press.
  await waitFor(() =>
    expect(screen.getByRole('button', { name: '换一张…' }).className).not.toMatch(/loading/),
  )
  click('换一张…')
  expect((await screen.findByRole('alert')).textContent).toContain('不是程序能显示的图片')
  screen.getByText('旧.png')
})
