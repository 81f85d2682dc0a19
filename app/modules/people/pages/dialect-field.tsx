import { SelectField } from '#app/ui/fields.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { dialects, sayDialect } from '../rules.ts'

const words = { zh, en }

/** What someone speaks; a word that a list of people brought stays to be chosen. */
export function DialectField(props: { name: string; label: string; value?: string | null }) {
  const { dialects: said } = useWords(words)
  const brought = props.value && !dialects.some((each) => each === props.value) ? [props.value] : []
  return (
    <SelectField
      {...props}
      value={props.value ?? ''}
      options={[...dialects, ...brought].map((value) => ({
        value,
        label: sayDialect(said, value),
      }))}
    />
  )
}
