import { namesOf } from '#app/platform/http/page.ts'
import { NumberField, RadioField, SelectField, TextField } from '#app/ui/fields.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { AnswersInput } from '../questions/answer-on-sign-up.ts'
import { answerKey, type Question } from '../questions/rules.ts'
import { en } from '../sign-ups/messages.en.ts'
import { zh } from '../sign-ups/messages.zh.ts'

const words = { zh, en }
const name = namesOf(AnswersInput)
const inSight = 4

/** What the organiser asks, each as its own kind of field, with what was answered before. */
export function QuestionFields(props: {
  questions: readonly Question[]
  answers?: ReadonlyMap<number, string> | undefined
}) {
  return (
    <>
      {props.questions.map((question) => (
        <QuestionField
          key={question.position}
          question={question}
          value={props.answers?.get(question.position)}
        />
      ))}
    </>
  )
}

function QuestionField(props: { question: Question; value: string | undefined }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { question } = props
  const field = {
    name: `answers.${name(answerKey(question.position))}`,
    label: language === 'en' && question.labelEn ? question.labelEn : question.label,
    required: question.required,
    value: props.value,
  }
  if (question.kind === 'number') return <NumberField {...field} min={0} />
  if (question.kind === 'text') return <TextField {...field} maxLength={200} />
  const options =
    question.kind === 'yes_no'
      ? [
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]
      : question.choices.map((value, at) => ({
          value,
          label: (language === 'en' && question.choicesEn[at]) || value,
        }))
  return options.length > inSight ? (
    <SelectField {...field} options={options} />
  ) : (
    <RadioField {...field} options={options} />
  )
}

/** An answer as it is read: yes and no in words, a choice in the reader's language. */
export function useAnswer(): (question: Question, answer: string | undefined) => string {
  const t = useWords(words)
  const { language } = useSpeech()
  return (question, answer) => {
    if (answer === undefined) return ''
    if (question.kind === 'yes_no') return answer === 'yes' ? t.yes : t.no
    if (question.kind !== 'choice' || language === 'zh') return answer
    return question.choicesEn[question.choices.indexOf(answer)] ?? answer
  }
}
