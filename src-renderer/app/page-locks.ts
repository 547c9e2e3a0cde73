import { config } from 'zod'

type PolicyRules = {
  readonly createHTML: (text: string) => string
  readonly createScriptURL: (text: string) => string
}
type PolicyFactory = { createPolicy(name: string, rules: PolicyRules): unknown }

function refuse(): never {
  throw new TypeError('markup and script addresses are never made from text')
}

const trustedTypes = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes

/**
 * The one policy of Trusted Types. antd empties and fills its style elements through innerHTML: text without markup passes,
 * everything else throws. There is no createScript, so no text ever becomes code.
 */
trustedTypes?.createPolicy('default', {
  createHTML: text => (text.includes('<') ? refuse() : text),
  createScriptURL: refuse,
})

// zod would otherwise try to build code from text, which the page's policy forbids. Before the first schema is made.
config({ jitless: true })
