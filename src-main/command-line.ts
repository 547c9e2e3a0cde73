import { runCommandLine } from './command-line/run-command-line.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  write: line => void process.stdout.write(`${line}\n`),
  folder: process.env.INIT_CWD ?? process.cwd(),
  language: process.env.KEHU_LANG === 'en' ? 'en' : 'zh-CN',
})
