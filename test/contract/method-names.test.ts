import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { eventsContract } from '#shared/contract/events.contract.ts'
import { eventNames, methodNames } from '#shared/contract/method-names.ts'

test('the names that the preload knows are those of the contract, each once, in order', () => {
  expect(methodNames).toEqual(Object.keys(contract).toSorted())
  expect(eventNames).toEqual(Object.keys(eventsContract).toSorted())
})

test('a method is named by its room and a verb', () => {
  for (const name of methodNames) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
})
