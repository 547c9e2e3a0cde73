import type { CustomerKind, Gender } from './customer.ts'

const female = /^(?:女|女性|女士|小姐|太太|female|f|woman|mrs?s|ms\.?|mrs\.?)$/i
const male = /^(?:男|男性|先生|male|m|man|mr\.?)$/i
const company = /^(?:企业|公司|单位|机构|对公|集团|company|business|organi[sz]ation|corporate)/i
const individual = /^(?:个人|个体|自然人|散客|对私|individual|person|private)/i

/** Reads 男, 女, 先生, 女士, male, f and the like. Empty: undefined for any other word. Example: '女士' -> 'female' */
export function readGenderWord(word: string): Gender | undefined {
  if (female.test(word)) return 'female'
  return male.test(word) ? 'male' : undefined
}

/** Reads whether a word means a person or a company. Empty: undefined for any other word. Example: '企业客户' -> 'company' */
export function readKindWord(word: string): CustomerKind | undefined {
  if (company.test(word)) return 'company'
  return individual.test(word) ? 'individual' : undefined
}
