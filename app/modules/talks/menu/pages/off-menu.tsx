import { Badge } from '#app/ui/lists.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { talksOffMenu } from '../queries.ts'
import { stateOf } from '../rules.ts'
import { offeredIn } from './offered-talks.tsx'

const words = { zh, en }

/** What those who keep the menu have beside it: drafts, what is out of its time, what was taken off. */
export function OffMenu(props: { talks: Awaited<ReturnType<typeof talksOffMenu>>; now: Date }) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { language } = useSpeech()
  return (
    <details>
      <summary class="button plain">
        {t.offMenu} {props.talks.length}
      </summary>
      <ul class="offers wrapped">
        {props.talks.map((talk) => (
          <li key={talk.id}>
            <a href={to(urls.talk, { talkId: talk.id })}>
              <span class="number">{talk.number}</span>
              <b>{titleOf(talk)}</b>
              <Badge tone={stateOf(talk) === 'draft' ? 'waiting' : 'plain'}>
                {t.states[stateOf(talk)]}
              </Badge>
              {stateOf(talk) === 'seasonal' && (
                <small>{offeredIn(talk, language, props.now)}</small>
              )}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
