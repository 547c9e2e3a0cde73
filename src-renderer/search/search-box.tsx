import { SearchOutlined } from '@ant-design/icons'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Kbd } from '#renderer/components/kbd.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { choicesOfHits, choicesOfNothing, choicesOfRecent, type SearchChoice } from './search-choices.ts'
import { choiceId, SearchDropDown } from './search-drop-down.tsx'
import type { KnownOfCustomer } from './search-text.ts'
import { useRecentSearches } from './use-recent-searches.ts'
import { useSearch, useSearchWithoutOne } from './use-search.ts'
import './search.css'

/** What the window asks of the box. */
export type SearchBoxHandle = { readonly focus: () => void }

type SearchBoxProps = {
  readonly currency: CurrencyCode
  readonly onOpenCustomer: (customerId: number) => void
  readonly onCreateCustomer: (known: KnownOfCustomer) => void
  /** Leads to the list of all that were found. */
  readonly onOpenAll: (text: string) => void
  readonly ref?: Ref<SearchBoxHandle>
}

const pageLines = 8

/** Finds customers as one types. The keyboard is enough: arrows, Enter, Ctrl+C for the phone, Esc back to where one was. */
export function SearchBox({ currency, onOpenCustomer, onCreateCustomer, onOpenAll, ref }: SearchBoxProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const [typed, setTyped] = useState('')
  const [isComposing, setComposing] = useState(false)
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const { recent, remember, forget } = useRecentSearches()

  // While a text is being composed its letters are not what is meant.
  if (!isComposing && text !== typed) setText(typed)
  const { asked, found, error, isNothingFound, isCurrent } = useSearch(text)
  const [isEnterWaiting, setEnterWaiting] = useState(false)
  const fewer = useSearchWithoutOne(asked, isNothingFound)
  const choices = useMemo<readonly SearchChoice[]>(() => {
    if (asked === '') return text.trim() === '' ? choicesOfRecent(recent) : []
    return isNothingFound ? choicesOfNothing(asked, fewer, t) : choicesOfHits(found?.hits ?? [])
  }, [asked, text, recent, isNothingFound, fewer, found, t])
  const { active, point } = useActiveLine(asked, choices)

  const focus = () => {
    if (document.activeElement !== input.current) cameFrom.current = document.activeElement
    input.current?.focus()
    input.current?.select()
    setOpen(true)
  }
  useImperativeHandle(ref, () => ({ focus }))
  const leave = () => {
    setOpen(false)
    setEnterWaiting(false)
    remember(typed.trim())
    setTyped('')
    input.current?.blur()
  }
  const choose = (choice: SearchChoice) => {
    if (choice.kind === 'text') return setTyped(choice.text)
    leave()
    if (choice.kind === 'hit') onOpenCustomer(choice.hit.customer.customerId)
    else onCreateCustomer(choice.known)
  }
  /** What was typed, also where its answer has not come yet. */
  const openAll = () => {
    leave()
    onOpenAll(typed.trim())
  }
  // Enter came before the answer: the first hit of what was typed is opened, never one of the text before.
  useEffect(() => {
    if (!isEnterWaiting || !isCurrent) return
    setEnterWaiting(false)
    const first = choices[0]
    if (first?.kind === 'hit') choose(first)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const move = moves[event.key]
    const chosen = choices[active]
    if (event.key === 'Escape') {
      leave()
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
    } else if (event.key === 'Enter' && event.ctrlKey && typed.trim() !== '') openAll()
    else if (event.key === 'Enter' && !isCurrent) setEnterWaiting(true)
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else if (move !== undefined && choices.length > 0) {
      setOpen(true)
      point(Math.max(0, Math.min(choices.length - 1, active + move)))
    } else return
    event.preventDefault()
  }
  const onCopy = (event: ClipboardEvent<HTMLInputElement>) => {
    const chosen = choices[active]
    const phone = chosen?.kind === 'hit' ? chosen.hit.customer.phone : null
    const { selectionStart, selectionEnd } = event.currentTarget
    if (!isOpen || phone === null || selectionStart !== selectionEnd) return
    event.clipboardData.setData('text/plain', phone)
    event.preventDefault()
    toast({ text: t('search.copied', { phone }) })
  }

  const isShown = isOpen && (choices.length > 0 || found !== undefined || error !== null)
  return (
    <div className={isOpen ? 'search-box is-open' : 'search-box'}>
      <SearchOutlined className="tertiary" />
      <input
        ref={input}
        value={typed}
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-activedescendant={isShown && choices[active] ? choiceId(listId, active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t('search.placeholder')}
        onChange={event => {
          setTyped(event.target.value)
          setEnterWaiting(false)
          setOpen(true)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onFocus={() => setOpen(true)}
        onPointerDown={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      />
      <Kbd keys={isOpen ? 'Esc' : 'Ctrl K'} />
      {isShown && (
        <SearchDropDown
          listId={listId}
          text={asked}
          found={found}
          error={error}
          isNothingFound={isNothingFound}
          choices={choices}
          active={active}
          currency={currency}
          onPoint={point}
          onChoose={choose}
          onOpenAll={openAll}
          onForget={forget}
        />
      )}
    </div>
  )
}

const moves: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageLines,
  PageUp: -pageLines,
}

/** Which line is chosen; another text begins at the first. */
function useActiveLine(text: string, choices: readonly SearchChoice[]) {
  const [line, setLine] = useState({ text, index: 0 })
  const index = line.text === text ? line.index : 0
  useEffect(() => {
    if (line.text !== text) setLine({ text, index: 0 })
  }, [text, line.text])
  return {
    active: Math.max(0, Math.min(index, choices.length - 1)),
    point: (next: number) => setLine({ text, index: next }),
  }
}
