/** One setting of the archive, JSON. */
export interface SettingTable {
  key: string
  value: string
}
