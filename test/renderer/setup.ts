import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { applyMode } from '#renderer/design/css-variables.ts'
import { setLanguage } from '#renderer/i18n/set-language.ts'

beforeEach(() => {
  setLanguage('zh-CN')
  applyMode('light')
})
afterEach(cleanup)

// What antd and our own parts ask of a browser and jsdom lacks.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
    dispatchEvent: () => false,
    onchange: null,
  }) as MediaQueryList
Element.prototype.scrollIntoView ??= () => undefined
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
