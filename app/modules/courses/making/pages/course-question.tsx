import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayChangeCourse } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type AskedQuestion, type Course, draftOf, findCourse, questionsOf } from '../queries.ts'
import { RemoveQuestion, removeQuestion } from '../remove-question.ts'
import { type QuestionKind, questionKinds } from '../rules.ts'
import { SaveQuestion, saveQuestion } from '../save-question.ts'
import { AskingFields } from './question-fields.tsx'

const words = { zh, en }

type Data = { course: Course; question: AskedQuestion | null; kind: QuestionKind }

/** An author asks a question in a course's draft, or puts one differently. */
export const courseQuestionPage = page<Data>({
  title: ({ question }, language) =>
    question ? words[language].question.change : words[language].question.add,
  async load(ctx, { params, query }) {
    const course = found(await findCourse(ctx, params['courseId']!))
    authorise(mayChangeCourse(ctx.actor, course))
    const wanted = query.get('question')
    const versionId = (await draftOf(ctx, course.id))?.id ?? course.publishedId
    const asked = wanted && versionId ? await questionsOf(ctx, versionId) : []
    const question = wanted === null ? null : found(asked.find(({ id }) => id === wanted))
    const kind = questionKinds.find((each) => each === query.get('kind'))
    return { course, question, kind: kind ?? question?.kind ?? 'single' }
  },
  actions: {
    save: action(SaveQuestion.omit({ courseId: true }), async (ctx, input, visit) => {
      const courseId = visit.params['courseId']!
      await saveQuestion(ctx, { courseId, ...input })
      return { to: `${to(urls.editCourse, { courseId })}#questions`, done: 'question.saved' }
    }),
    remove: action(RemoveQuestion.omit({ courseId: true }), async (ctx, input, visit) => {
      const courseId = visit.params['courseId']!
      await removeQuestion(ctx, { courseId, ...input })
      return { to: `${to(urls.editCourse, { courseId })}#questions`, done: 'question.removed' }
    }),
  },
  view: (shown) => <CourseQuestion {...shown} />,
})

function CourseQuestion({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { course, question, kind } = data
  const here = { courseId: course.id }
  const same = question ? { question: question.id } : {}
  return (
    <>
      <PageHead
        title={question ? t.question.change : t.question.add}
        back={{ href: `${to(urls.editCourse, here)}#questions`, label: t.question.back }}
      />
      <details>
        <summary>{`${t.question.kind} · ${t.questionKinds[kind]}`}</summary>
        <Actions>
          {questionKinds
            .filter((each) => each !== kind)
            .map((each) => (
              <LinkButton
                key={each}
                kind="quiet"
                href={to(urls.courseQuestion, here, { ...same, kind: each })}
              >
                {t.questionKinds[each]}
              </LinkButton>
            ))}
        </Actions>
      </details>
      <Form
        action={to(urls.courseQuestion, here, { ...same, kind, do: 'save' })}
        formKey={formKey}
        state={form('save')}
      >
        {question && <input type="hidden" name="questionId" value={question.id} />}
        <AskingFields kind={kind} question={question ?? undefined} />
        <Button kind="main">{t.question.save}</Button>
      </Form>
      {question && (
        <PostButton
          action={to(urls.courseQuestion, here, { ...same, do: 'remove' })}
          formKey={`${formKey}x`}
          values={{ questionId: question.id }}
          kind="danger"
        >
          {t.question.remove}
        </PostButton>
      )}
    </>
  )
}
