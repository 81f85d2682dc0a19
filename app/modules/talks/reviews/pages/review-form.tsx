import { namesOf } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioField, TextArea } from '#app/ui/fields.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { GiveReview } from '../give-review.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { asOrderedAnswers, levels } from '../rules.ts'

const words = { zh, en }
const name = namesOf(GiveReview)

/** What is asked of every unit, by page, link, paper and phone alike; nothing is chosen beforehand. */
export function ReviewFields() {
  const t = useWords(words)
  return (
    <>
      <RadioField
        name={name('level')}
        label={t.level}
        required
        options={levels.toReversed().map((level) => ({
          value: String(level),
          label: t.levels[level]!,
        }))}
      />
      <RadioField
        name={name('asOrdered')}
        label={t.asOrderedAsk}
        hint={t.asOrderedHint}
        required
        options={asOrderedAnswers.map((answer) => ({ value: answer, label: t.asOrdered[answer] }))}
      />
      <TextArea name={name('words')} label={t.words} hint={t.wordsHint} rows={3} maxLength={500} />
      <Button kind="main">{t.send}</Button>
    </>
  )
}
