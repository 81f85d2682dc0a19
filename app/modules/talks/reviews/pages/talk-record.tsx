import { Bars } from '#app/ui/charts.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { TalkRecord as RecordOfTalk } from '../rules.ts'

const words = { zh, en }

/** What units thought of a talk: how many said what, beside how many had it; from five answers on. */
export function TalkRecord({ record }: { record: RecordOfTalk }) {
  const t = useWords(words)
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
