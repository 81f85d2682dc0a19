import { page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { PageHead } from '#app/ui/page.tsx'
import { PackSheet } from '#app/ui/sheets.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { optionsOf, rightWords, textIn } from '../../making/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type CourseData, courseFor } from './course-data.tsx'

const words = { zh, en }

/** A course on paper, for whoever has no phone: what it says and asks, and the answers on the next sheet. */
export const coursePackPage = page<CourseData>({
  open: true,
  title: ({ version }, language) => `${words[language].pack.title} · ${titleIn(language, version)}`,
  load: courseFor,
  view: (shown) => <Pack {...shown} />,
})

function Pack({ data }: Shown<CourseData>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { course, version, questions } = data
  const title = useTitle()(version)
  const text = textIn(language, version.body, version.bodyEn)
  const spoken = textIn(language, version.transcript, version.transcriptEn)
  const over = `${t.pack.from} · ${t.number(course.number)}`
  return (
    <>
      <PageHead
        title={t.pack.title}
        lead={t.pack.hint}
        back={{ href: to(urls.course, { courseId: course.id }), label: t.pack.back }}
      />
      <PackSheet over={over} title={title}>
        {(text || spoken).split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <h3>{t.keyPoints}</h3>
        <ol class="numbered">
          {version.keyPoints.map((point) => (
            <li key={point.zh}>{textIn(language, point.zh, point.en)}</li>
          ))}
        </ol>
        <h3>{t.pack.name}</h3>
        <ol class="numbered">
          {questions.map((question) => (
            <li key={question.id}>
              <p>{textIn(language, question.words, question.wordsEn)}</p>
              {question.kind === 'short' ? (
                <p class="ruled">{t.pack.write}</p>
              ) : (
                <ul class="boxes">
                  {optionsOf(question, language, t.truth).map(({ value, label }) => (
                    <li key={value}>{label}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </PackSheet>
      <PackSheet over={over} title={t.pack.answers}>
        <ol class="numbered">
          {questions.map((question) => (
            <li key={question.id}>
              <b>
                {rightWords(question, language, t.truth).join(
                  question.kind === 'order' ? ' → ' : ' · ',
                )}
              </b>
              <p>{textIn(language, question.feedback, question.feedbackEn)}</p>
            </li>
          ))}
        </ol>
      </PackSheet>
    </>
  )
}
