import { Callout } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../checks/messages.en.ts'
import { zh } from '../checks/messages.zh.ts'
import { type Check, isHard } from '../checks/rules.ts'

const words = { zh, en }

/** What to look at in a text, as sentences; first what has to be put right before it is published. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useWords(words)
  const hard = checks.filter(isHard)
  const soft = checks.filter((check) => !isHard(check))
  return (
    <Section title={t.title} id="checks">
      {checks.length === 0 && <p class="quietly">{t.fine}</p>}
      {hard.length > 0 && (
        <Callout kind="warning" title={t.stops}>
          <Sentences checks={hard} />
        </Callout>
      )}
      {soft.length > 0 && <Sentences checks={soft} />}
    </Section>
  )
}

function Sentences({ checks }: { checks: readonly Check[] }) {
  const t = useWords(words)
  return (
    <ul>
      {checks.map((check, at) => (
        <li key={at}>
          {check.paragraph === null ? (
            t.at(null)
          ) : (
            <a href={`#p-${check.paragraph}`}>{t.at(check.paragraph)}</a>
          )}{' '}
          {t.check(check)}
        </li>
      ))}
    </ul>
  )
}
