import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import { text } from '#app/platform/http/forms.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Facts, History } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayChangeCourse } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type CourseVersion,
  type Flag,
  findCourse,
  findQuestion,
  findVersion,
  flagsWaiting,
  wordingsOf,
} from '../queries.ts'
import { rightWords, textIn } from '../rules.ts'
import { QuestionInput } from '../save-question.ts'
import { settleQuestion } from '../settle-question.ts'
import { AskingFields } from './question-fields.tsx'

const words = { zh, en }
const Why = z.strictObject({ reason: text(300) })
const Correct = Why.extend({ question: QuestionInput })

type Data = {
  question: NonNullable<Awaited<ReturnType<typeof findQuestion>>>
  course: { id: string; version: CourseVersion }
  wordings: Awaited<ReturnType<typeof wordingsOf>>
  flag: Flag | null
}

const settling = (outcome: 'corrected' | 'retired' | 'kept') =>
  action<{ reason: string; question?: z.infer<typeof QuestionInput> }>(
    outcome === 'corrected' ? Correct : Why,
    async (ctx, input, visit) => {
      await settleQuestion(ctx, { questionId: visit.params['questionId']!, outcome, ...input })
      return { to: to(urls.questionFlags), done: 'question.settled' }
    },
  )

/** One question with all its wordings: its author puts it right, takes it out, or lets it stand. */
export const questionPage = page<Data>({
  title: (_, language) => words[language].settle.title,
  async load(ctx, { params }) {
    const question = found(await findQuestion(ctx, params['questionId']!))
    const course = found(await findCourse(ctx, question.courseId))
    authorise(mayChangeCourse(ctx.actor, course))
    const version = found(await findVersion(ctx, found(course.publishedId)))
    const flags = await flagsWaiting(ctx, null)
    return {
      question,
      course: { id: course.id, version },
      wordings: await wordingsOf(ctx, question.id),
      flag: flags.find(({ questionId }) => questionId === question.id) ?? null,
    }
  },
  actions: {
    correct: settling('corrected'),
    retire: settling('retired'),
    keep: settling('kept'),
  },
  view: (shown) => <QuestionView {...shown} />,
})

function QuestionView(shown: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { question, course, wordings, flag } = shown.data
  const newest = wordings.find(({ published }) => published)!
  const said = flag && [
    flag.wrong > 0 && t.flags.wrong(flag.wrong),
    flag.neverLearned > 0 && t.flags.neverLearned(flag.neverLearned),
    ...(flag.said ?? []),
  ]
  return (
    <>
      <PageHead
        title={t.settle.title}
        back={{ href: urls.questionFlags, label: t.flags.title }}
        lead={textIn(language, newest.words, newest.wordsEn)}
      />
      {question.retiredAt && <Callout kind="info" title={t.settle.retired} />}
      <Facts
        items={[
          {
            term: t.settle.of,
            value: (
              <a href={to(urls.course, { courseId: course.id })}>{useTitle()(course.version)}</a>
            ),
          },
          {
            term: t.question.correct,
            value: rightWords(newest, language, t.question.truth).join(' · '),
          },
          ...(said ? [{ term: t.settle.said, value: said.filter(Boolean).join(' · ') }] : []),
        ]}
      />
      {!question.retiredAt && <Settling {...shown} newest={newest} />}
      <Section title={t.settle.history}>
        <History
          items={wordings.map((wording) => ({
            when: <Time at={wording.madeAt} now={shown.visit.now} />,
            who: wording.maker,
            what: `${t.settle.wording(wording.version)}: ${textIn(language, wording.words, wording.wordsEn)}`,
            why: wording.reason || undefined,
          }))}
        />
      </Section>
    </>
  )
}

type SettlingProps = Shown<Data> & { newest: Data['wordings'][number] }

function Settling({ data, form, formKey, newest }: SettlingProps) {
  const t = useWords(words).settle
  const at = (name: string) => to(urls.question, { questionId: data.question.id }, { do: name })
  return (
    <>
      <Section title={t.correct}>
        <p class="quietly">{t.correctLead}</p>
        <Form id="correct" action={at('correct')} formKey={`${formKey}c`} state={form('correct')}>
          <AskingFields kind={newest.kind} question={newest} prefix="question." />
          <TextField name="reason" label={t.reason} required />
          <Button kind="main">{t.correctIt}</Button>
        </Form>
      </Section>
      {(['keep', 'retire'] as const).map((name) => (
        <Section key={name} title={t[name]}>
          <Form id={name} action={at(name)} formKey={`${formKey}${name}`} state={form(name)}>
            <TextField name="reason" label={t[`${name}Why`]} required />
            <Button kind={name === 'retire' ? 'danger' : 'plain'}>{t[name]}</Button>
          </Form>
        </Section>
      ))}
    </>
  )
}
