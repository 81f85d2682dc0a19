import type { Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { mostQuestions, rightWords, textIn } from '../rules.ts'
import type { EditData } from './edit-data.tsx'

const words = { zh, en }

/** The questions of a draft, with the way to change each and to add another. */
export function QuestionList({ data }: Shown<EditData>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const here = { courseId: data.course.id }
  return (
    <Section title={t.edit.questions} id="questions">
      <p class="quietly">{t.edit.questionsLead}</p>
      {data.questions.length === 0 && <p>{t.edit.noQuestions}</p>}
      <ol class="numbered">
        {data.questions.map((question) => (
          <li key={question.id}>
            {textIn(language, question.words, question.wordsEn)}{' '}
            <span class="quietly">
              {[
                t.questionKinds[question.kind],
                rightWords(question, language, t.question.truth).join(' · '),
              ].join(' · ')}
            </span>{' '}
            <a href={to(urls.courseQuestion, here, { question: question.id })}>{t.edit.change}</a>
          </li>
        ))}
      </ol>
      {data.questions.length < mostQuestions && (
        <LinkButton href={to(urls.courseQuestion, here)} icon="plus">
          {t.edit.addQuestion}
        </LinkButton>
      )}
    </Section>
  )
}
