import { CheckboxGroup, FieldGroup, RadioField, TextArea, TextField } from '#app/ui/fields.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { mostChoices, type Question, type QuestionKind, sayPlace } from '../rules.ts'

const words = { zh, en }

type Props = {
  kind: QuestionKind
  /** What the question is now, where it is put differently. */
  question?: Question | undefined
  /** Stands before each field's name, where the question is a part of a larger form. */
  prefix?: string | undefined
}

/** The fields that a question of one kind needs. */
export function AskingFields({ kind, question, prefix = '' }: Props) {
  const t = useWords(words)
  const q = t.question
  const at = question?.atSecond ?? null
  return (
    <>
      <input type="hidden" name={`${prefix}kind`} value={kind} />
      <TextArea
        name={`${prefix}words`}
        label={q.words}
        value={question?.words}
        rows={2}
        maxLength={300}
        required
      />
      <TextField name={`${prefix}wordsEn`} label={t.inEnglish(q.words)} value={question?.wordsEn} />
      <Right kind={kind} question={question} prefix={prefix} />
      <TextArea
        name={`${prefix}feedback`}
        label={q.feedback}
        hint={q.feedbackHint}
        value={question?.feedback}
        rows={2}
        required
      />
      <TextField
        name={`${prefix}feedbackEn`}
        label={t.inEnglish(q.feedback)}
        value={question?.feedbackEn}
      />
      <TextField
        name={`${prefix}at`}
        label={q.at}
        hint={q.atHint}
        value={at === null ? '' : sayPlace(at)}
        size={6}
      />
    </>
  )
}

/** What can be chosen, and what of it is right. */
function Right({ kind, question, prefix = '' }: Props) {
  const t = useWords(words).question
  const correct = `${prefix}correct`
  if (kind === 'truth') {
    const options = Object.entries(t.truth).map(([value, label]) => ({ value, label }))
    const value = question?.correct[0]
    return <RadioField name={correct} label={t.correct} options={options} value={value} required />
  }
  if (kind === 'short')
    return (
      <FieldGroup legend={t.accepted} hint={t.acceptedHint}>
        {[0, 1, 2].map((number) => (
          <TextField
            key={number}
            name={`${correct}.${number}`}
            label={t.choice(number + 1)}
            value={question?.correct[number]}
          />
        ))}
      </FieldGroup>
    )
  const numbers = Array.from({ length: mostChoices }, (_, at) => ({
    value: String(at),
    label: t.choice(at + 1),
  }))
  return (
    <>
      <Choices
        question={question}
        prefix={prefix}
        hint={kind === 'order' ? t.orderHint : t.choicesHint}
      />
      {kind === 'single' && (
        <RadioField
          name={correct}
          label={t.correct}
          options={numbers}
          value={question?.correct[0]}
          required
        />
      )}
      {kind === 'several' && (
        <CheckboxGroup
          name={correct}
          label={t.correct}
          options={numbers}
          value={question?.correct}
          required
        />
      )}
    </>
  )
}

function Choices({ question, prefix, hint }: Omit<Props, 'kind'> & { hint: string }) {
  const t = useWords(words)
  return (
    <FieldGroup legend={t.question.choices} hint={hint}>
      {Array.from({ length: mostChoices }, (_, at) => (
        <>
          <TextField
            name={`${prefix}choices.${at}.zh`}
            label={t.question.choice(at + 1)}
            value={question?.choices[at]?.zh}
          />
          <TextField
            name={`${prefix}choices.${at}.en`}
            label={t.inEnglish(t.question.choice(at + 1))}
            value={question?.choices[at]?.en}
          />
        </>
      ))}
    </FieldGroup>
  )
}
