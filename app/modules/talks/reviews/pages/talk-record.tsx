import { Bars } from '#app/ui/charts.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { TalkRecord as RecordOfTalk } from '../rules.ts'

const words = { zh, en }

type Props = {
  record: RecordOfTalk
  /** Under a heading of its own. */
  headed?: boolean
}

/** What units thought of a talk: how many said what, beside how many had it; from five answers on. */
export function TalkRecord({ record, headed = false }: Props) {
  const t = useWords(words)
  if (headed)
    return (
      <Section title={t.record}>
        <TalkRecord record={record} />
      </Section>
    )
  const { asked, answers, levels, asOrdered, mean } = record
  if (!levels || !asOrdered || mean === null) return <p>{t.recordFew(answers, asked)}</p>
  return (
    <>
      <p>
        <b>{t.recordMean(mean)}</b> · {t.recordRate(answers, asked)}
      </p>
      <Bars
        caption={t.recordLevels}
        bars={levels.toReversed().map((each) => ({
          label: t.levels[each.level]!,
          value: each.answers,
        }))}
      />
      <p class="quietly">{t.recordAsOrdered(asOrdered.yes, asOrdered.partly, asOrdered.no)}</p>
    </>
  )
}
