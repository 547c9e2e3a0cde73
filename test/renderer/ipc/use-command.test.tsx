import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { startFakeMain } from '#test/renderer/render-window.tsx'

test('a command gives its answer; when it fails it gives undefined and says why until it is cleared', async () => {
  const { bridge, client } = startFakeMain({ 'customers.delete': () => ({ changeSetId: 8 }) })
  const { result } = renderHook(() => useCommand('customers.delete'), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })
  let answer: unknown
  await act(async () => {
    answer = await result.current.run({ customerIds: [1] })
  })
  expect(answer).toEqual({ changeSetId: 8 })

  bridge.use({
    'customers.delete': () => {
      throw new AppError('disk-full')
    },
  })
  await act(async () => {
    answer = await result.current.run({ customerIds: [1] })
  })
  expect(answer).toBeUndefined()
  await waitFor(() => expect(result.current.error?.code).toBe('disk-full'))
  act(() => result.current.clearError())
  await waitFor(() => expect(result.current.error).toBeNull())
})
