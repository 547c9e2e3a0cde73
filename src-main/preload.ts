import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, BridgeApi } from '#shared/contract/bridge.ts'
import { channels } from '#shared/contract/channels.ts'
import { eventNames, methodNames } from '#shared/contract/method-names.ts'

const call = (method: string) => (request: unknown) => ipcRenderer.invoke(channels.call, method, request)

const api = Object.fromEntries(
  methodNames.filter(name => name !== 'files.accept').map(name => [name, call(name)]),
) as unknown as BridgeApi

/**
 * The path of a file that the operating system handed over, '' for anything a script made: a File of its own has
 * no path, and a look-alike with a `path` is no File. `webUtils` exists from Electron 29 on, `File.path` until 31.
 */
function pathOf(file: unknown): string {
  if (!(file instanceof File)) return ''
  const utils = webUtils as typeof webUtils | undefined
  return utils ? utils.getPathForFile(file as never) : ((file as { path?: string }).path ?? '')
}

const bridge: Bridge = {
  api: Object.freeze(api),
  onEvent(name, listener) {
    if (!(eventNames as readonly string[]).includes(name)) return () => undefined
    const forward = (_event: unknown, announced: string, data: unknown) => {
      if (announced === name) listener(data as never)
    }
    ipcRenderer.on(channels.event, forward)
    return () => void ipcRenderer.off(channels.event, forward)
  },
  acceptDroppedFiles(files) {
    const paths = files.map(pathOf).filter(path => path !== '')
    return ipcRenderer.invoke(channels.dropFiles, { paths })
  },
}

contextBridge.exposeInMainWorld('kehu', Object.freeze(bridge))
