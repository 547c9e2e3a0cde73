import { contextBridge, ipcRenderer } from 'electron'
import type { PrintBridge } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'

const bridge: PrintBridge = { getData: () => ipcRenderer.invoke(channels.printData) }

contextBridge.exposeInMainWorld('kehuPrint', Object.freeze(bridge))
