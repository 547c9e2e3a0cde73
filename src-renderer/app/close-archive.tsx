import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'

/** Closes the archive when one comes here: a page with unsaved changes is asked first, as before any other way out of it. */
export function CloseArchive() {
  const navigate = useNavigate()
  useEffect(() => {
    call('archives.close', {}).catch(error => {
      showWindowError(toAppError(error))
      void navigate('/', { replace: true })
    })
  }, [navigate])
  return null
}
