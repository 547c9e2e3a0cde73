import './app/page-locks.ts'
import { startApp } from './app/start-app.tsx'

const container = document.getElementById('root')
if (!container) throw new Error('the page has no place for the window')
void startApp(container)
