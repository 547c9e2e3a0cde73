/**
 * Writes a mobile number in the groups in which it is read aloud; any other number as it is stored.
 *
 * Example: formatPhone('13800008826') -> '138 0000 8826'
 */
export function formatPhone(phone: string): string {
  return phone.replace(/^(1[3-9]\d)(\d{4})(\d{4})$/, '$1 $2 $3')
}
