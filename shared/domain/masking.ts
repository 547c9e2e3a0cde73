/**
 * Hides the middle of a phone number.
 *
 * Empty: a number of fewer than 7 digits is hidden whole.
 * Example: maskPhone('138 0000 1107') -> '138****1107'
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/**
 * Hides an address beyond its first six characters, which name city or district.
 *
 * Example: maskAddress('西湖区样板路 12 号') -> '西湖区样板路****'
 */
export function maskAddress(address: string): string {
  return `${[...address].slice(0, 6).join('')}****`
}

/**
 * Hides the name part of an e-mail but for its first letter.
 *
 * Example: maskEmail('sample@example.invalid') -> 's****@example.invalid'
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '****' : `${[...email][0]}****${email.slice(at)}`
}

/**
 * Hides a resident ID number but for its first and its last character, in the same width.
 *
 * Empty: a text of fewer than 8 characters is hidden whole.
 * Example: maskIdNumber('11010519491231002X') -> '1****************X'
 */
export function maskIdNumber(text: string): string {
  const hidden = '*'.repeat(Math.max(0, text.length - 2))
  return text.length < 8 ? '****' : `${text[0]}${hidden}${text.slice(-1)}`
}

/** Hides a contact point as its kind asks. */
export function maskContactPoint(kind: 'phone' | 'address' | 'email' | 'wechat', value: string): string {
  if (kind === 'phone') return maskPhone(value)
  if (kind === 'address') return maskAddress(value)
  return kind === 'email' ? maskEmail(value) : '****'
}
