import { z } from 'zod'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { WithdrawConsent, withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Actions, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { Player } from '#app/ui/media.tsx'
import { Columns, PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { sayPlace, textIn } from '../../making/rules.ts'
import { Answer, answerQuestions } from '../answer-questions.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type CourseData, courseFor } from './course-data.tsx'
import { Questions, Results } from './course-questions.tsx'

const words = { zh, en }
const AnswerOne = z.strictObject({ questionId: z.uuid(), answer: Answer })

/** A micro-course: the clip or text, what is worth remembering, and its questions. */
export const coursePage = page<CourseData>({
  open: true,
  title: ({ version }, language) => titleIn(language, version),
  load: courseFor,
  actions: {
    answer: action(AnswerOne, async (ctx, input, visit) => {
      const courseId = visit.params['courseId']!
      await answerQuestions(ctx, { courseId, answers: [input] })
      return { to: `${to(urls.course, { courseId })}#q-${input.questionId}` }
    }),
    consent: action(z.strictObject({}), async (ctx, _, visit) => {
      const courseId = visit.params['courseId']!
      const personId = found(ctx.actor.personId)
      await giveConsent(ctx, { personId, purpose: 'recording', subjectId: courseId })
      return { to: visit.here.replace(/([?&])do=consent/, '$1'), done: 'consent.given' }
    }),
    withdraw: action(WithdrawConsent, async (ctx, input) => {
      await withdrawConsent(ctx, input)
      return { to: to(urls.courses), done: 'consent.withdrawn' }
    }),
  },
  view: (shown) => <Course {...shown} />,
})

function Course(shown: Shown<CourseData>) {
  const t = useWords(words)
  const { data } = shown
  const { course, version } = data
  const here = { courseId: course.id }
  return (
    <>
      <PageHead
        back={{ href: urls.courses, label: t.title }}
        over={t.number(course.number)}
        title={useTitle()(version)}
        actions={
          <>
            <LinkButton href={to(urls.coursePack, here)} icon="printer">
              {t.print}
            </LinkButton>
            {data.mayWatch && (
              <LinkButton href={to(urls.newSession, null, { course: course.id })} icon="people">
                {t.watchTogether}
              </LinkButton>
            )}
            {data.mayChange && (
              <LinkButton href={to(urls.editCourse, here)} icon="edit">
                {t.edit}
              </LinkButton>
            )}
          </>
        }
      />
      {data.preview && <Callout kind="info" title={t.preview} />}
      {course.retiredAt && <Callout kind="warning" title={t.retired} />}
      {data.ownConsent && <OwnConsent {...shown} consent={data.ownConsent} />}
      <Columns beside={<About data={data} />}>
        <Content data={data} />
        <Questions {...shown} />
        {data.results && <Results data={data} results={data.results} />}
      </Columns>
    </>
  )
}

type ConsentProps = Shown<CourseData> & { consent: NonNullable<CourseData['ownConsent']> }

/** The speaker agrees to what is made of their words, or takes the consent back. */
function OwnConsent({ data, formKey, consent }: ConsentProps) {
  const t = useWords(words).consent
  const here = { courseId: data.course.id }
  const draft = data.preview ? { draft: 1 } : {}
  return consent.consentId === null ? (
    <Callout kind="info" title={t.asked}>
      <PostButton
        action={to(urls.course, here, { ...draft, do: 'consent' })}
        formKey={`${formKey}a`}
        kind="main"
      >
        {t.agree}
      </PostButton>
    </Callout>
  ) : (
    <Callout kind="info" title={t.given}>
      <PostButton
        action={to(urls.course, here, { ...draft, do: 'withdraw' })}
        formKey={`${formKey}w`}
        values={{ consentId: consent.consentId }}
        kind="quiet"
      >
        {t.withdraw}
      </PostButton>
    </Callout>
  )
}

function About({ data }: { data: CourseData }) {
  const t = useWords(words)
  const { version } = data
  return (
    <Facts
      items={[
        ...(data.speaker ? [{ term: t.speaker, value: data.speaker }] : []),
        ...(version.note ? [{ term: t.spoken, value: version.note }] : []),
        ...(version.seconds ? [{ term: t.length, value: sayPlace(version.seconds) }] : []),
      ]}
    />
  )
}

function Content({ data }: { data: CourseData }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { version } = data
  const transcript = textIn(language, version.transcript, version.transcriptEn)
  return (
    <>
      {data.clip && <Clip data={data} clip={data.clip} />}
      <Paragraphs text={textIn(language, version.body, version.bodyEn)} />
      <Section title={t.keyPoints}>
        <ol class="numbered">
          {version.keyPoints.map(({ zh: chinese, en: english }) => (
            <li key={chinese}>{textIn(language, chinese, english)}</li>
          ))}
        </ol>
      </Section>
      {transcript !== '' && (
        <details>
          <summary>{t.transcript}</summary>
          <Paragraphs text={transcript} />
        </details>
      )}
    </>
  )
}

function Paragraphs({ text }: { text: string }) {
  if (text === '') return null
  return (
    <Prose>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Prose>
  )
}

function Clip({ data, clip }: { data: CourseData; clip: NonNullable<CourseData['clip']> }) {
  const t = useWords(words)
  const { course, version, preview } = data
  const title = useTitle()(version)
  const draft = preview ? { draft: 1 } : {}
  const src = to(urls.courseClip, { courseId: course.id }, { v: version.version, ...draft })
  const track = (language: 'zh' | 'en', label: string) => ({
    src: to(urls.courseCaptions, { courseId: course.id, captions: `${language}.vtt` }, draft),
    language,
    label,
  })
  const { language } = useSpeech()
  const tracks = [
    ...(version.captions === '' ? [] : [track('zh', t.captions)]),
    ...(version.captionsEn === '' ? [] : [track('en', t.captionsEn)]),
  ]
  const own = tracks.toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  )
  return (
    <>
      <Player
        kind={version.kind === 'video' ? 'video' : 'audio'}
        src={src}
        mediaType={clip.mediaType}
        label={title}
        captions={own}
      >
        <p>{t.noPlayer}</p>
      </Player>
      <Actions>
        <LinkButton href={src} kind="quiet" icon="download" download>
          {t.size((clip.bytes / 1_000_000).toFixed(1))}
        </LinkButton>
      </Actions>
    </>
  )
}
