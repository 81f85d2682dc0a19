import { FieldGroup, NumberField } from '#app/ui/fields.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { askedOf } from '../requirements/rules.ts'

const words = { zh, en }

/** What is asked of one role: hours, sessions, and sessions within each strand. */
export function RequirementFields(props: { asked: ReturnType<typeof askedOf>; at: number }) {
  const t = useWords(words)
  const { asked, at } = props
  return (
    <FieldGroup legend={t.roles[asked.role]}>
      <input type="hidden" name={`requirements.${at}.role`} value={asked.role} />
      <NumberField
        name={`requirements.${at}.hours`}
        label={t.hours}
        value={String(asked.hours)}
        min={0}
        max={999}
        step={0.5}
      />
      <NumberField
        name={`requirements.${at}.sessions`}
        label={t.sessions}
        value={String(asked.sessions)}
        min={0}
        max={400}
      />
      <NumberField
        name={`requirements.${at}.eachStrand`}
        label={t.eachStrand}
        value={String(asked.eachStrand)}
        min={0}
        max={100}
      />
    </FieldGroup>
  )
}
