import type { Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { FormState } from '#app/ui/form.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { QuestionFields } from '#app/ui/questions.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import type { AskedQuestion } from '../../making/queries.ts'
import { optionsOf, sayPlace, textIn } from '../../making/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { CourseData } from './course-data.tsx'

const words = { zh, en }
const fewestShown = 5

/** The questions, each with its own button and its answer at once; for who isn't signed in, the way there. */
export function Questions(shown: Shown<CourseData>) {
  const t = useWords(words)
  const { data, visit } = shown
  if (data.course.retiredAt) return null
  return (
    <Section title={t.test} id="questions">
      {data.own === null ? (
        <>
          <p>{t.signInLead}</p>
          <LinkButton href={to(urls.signIn, null, { from: visit.here })}>{t.signIn}</LinkButton>
        </>
      ) : (
        <>
          <p class="quietly">{t.testLead}</p>
          {data.questions.map((question, at) => (
            <OneQuestion key={question.id} {...shown} question={question} number={at + 1} />
          ))}
          {data.own.completed && (
            <Callout kind="saved" title={t.finished.title}>
              <p>{t.finished.text}</p>
            </Callout>
          )}
        </>
      )}
    </Section>
  )
}

type OneProps = Shown<CourseData> & { question: AskedQuestion; number: number }

function OneQuestion({ data, form, formKey, question, number }: OneProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const given = data.own?.answers.find(({ questionId }) => questionId === question.id)
  const state = ownState(form('answer'), question.id)
  const asked = `${number}. ${textIn(language, question.words, question.wordsEn)}`
  const hint = { order: t.orderHint, short: t.shortHint }[question.kind as 'order' | 'short']
  return (
    <div class="question" id={`q-${question.id}`}>
      <Form
        id={`form-${number}`}
        action={to(urls.course, { courseId: data.course.id }, { do: 'answer' })}
        formKey={`${formKey}${number}`}
        state={
          given && !state.refusal ? { ...state, values: typedOf(question, given.answer) } : state
        }
      >
        <input type="hidden" name="questionId" value={question.id} />
        <QuestionFields
          name="answer"
          kind={question.kind}
          label={asked}
          hint={hint}
          options={optionsOf(question, language, t.truth)}
          nth={t.nth}
        />
        {given && (
          <div class="answered" role="status">
            <Badge tone={given.correct ? 'good' : 'waiting'}>
              {given.correct ? t.right : t.wrong}
            </Badge>
            <p>{textIn(language, question.feedback, question.feedbackEn)}</p>
            {question.atSecond !== null && (
              <p class="quietly">{t.place(sayPlace(question.atSecond))}</p>
            )}
          </div>
        )}
        {!data.preview && <Button>{given ? t.again : t.check}</Button>}
      </Form>
    </div>
  )
}

/** What a form shows of a question answered before. */
function typedOf(question: AskedQuestion, answer: readonly string[]): FormState['values'] {
  if (question.kind !== 'order') return { answer: [...answer] }
  return Object.fromEntries(answer.map((place, at) => [`answer.${at}`, place]))
}

/** A form's state, where it is of this question. */
function ownState(state: FormState, questionId: string): FormState {
  return state.values['questionId'] === questionId ? state : { values: {}, issues: {} }
}

type ResultsProps = { data: CourseData; results: NonNullable<CourseData['results']> }

/** For those who make it: how first answers came out, never whose. */
export function Results({ data, results }: ResultsProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  return (
    <Section title={t.results}>
      {results.started < fewestShown ? (
        <p class="quietly">{t.tooFew}</p>
      ) : (
        <>
          <p>{t.resultsOf(results.completed, results.started)}</p>
          <ol class="numbered">
            {data.questions.map((question) => {
              const of = results.questions.find(({ questionId }) => questionId === question.id)
              return (
                <li key={question.id}>
                  {textIn(language, question.words, question.wordsEn)}{' '}
                  <span class="number">
                    {of && of.answered >= fewestShown
                      ? t.result(of.correct, of.answered)
                      : t.tooFew}
                  </span>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </Section>
  )
}
