import { Callout } from '#app/ui/lists.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { TalkRecord as RecordOfTalk } from '../rules.ts'
import { TalkRecord } from './talk-record.tsx'

const words = { zh, en }

/** Thanks after a talk, and what units thought and wrote of it, of none of them by name. */
export function TalkFeedback(props: { record: RecordOfTalk; words: readonly string[] }) {
  const t = useWords(words)
  return (
    <>
      <Callout kind="saved" title={t.thanked}>
        <p>{t.thankedText}</p>
      </Callout>
      <TalkRecord record={props.record} />
      {props.words.length > 0 && (
        <>
          <h3>{t.recordWords}</h3>
          <p class="quietly">{t.recordWordsHint}</p>
          <ul>
            {props.words.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
