import { Icon } from './icons.tsx'
import { useOwnWords } from './speech.tsx'
import { useNarrowing } from './table-files.tsx'

type SearchProps = {
  action: string
  label: string
  name?: string | undefined
  value?: string | undefined
  hint?: string | undefined
  /** What else the list is narrowed by, kept through the search. */
  kept?: Record<string, string> | undefined
}

/** One box and one button to look for something; the address of the result can be sent to others. */
export function Search(props: SearchProps) {
  const words = useOwnWords()
  useNarrowing()(props.label, props.value ?? '')
  const id = `search-${props.name ?? 'q'}`
  return (
    <form class="search" role="search" action={props.action}>
      {Object.entries(props.kept ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label for={id}>{props.label}</label>
      <div>
        <input
          id={id}
          type="search"
          name={props.name ?? 'q'}
          value={props.value}
          placeholder={props.hint}
          enterkeyhint="search"
        />
        <button type="submit" aria-label={words.search}>
          <Icon name="search" />
        </button>
      </div>
    </form>
  )
}
