import { mayRunOffice } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Empty, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayMakeCourses } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Flag, flagsWaiting } from '../queries.ts'
import { textIn } from '../rules.ts'

const words = { zh, en }

/** What people said of an author's questions, the longest waiting first. */
export const questionFlagsPage = page<{ flags: Flag[] }>({
  title: (_, language) => words[language].flags.title,
  async load(ctx) {
    authorise(mayMakeCourses(ctx.actor))
    const whose = mayRunOffice(ctx.actor) ? null : found(ctx.actor.personId)
    return { flags: await flagsWaiting(ctx, whose) }
  },
  view: (shown) => <QuestionFlags {...shown} />,
})

function QuestionFlags({ data, visit }: Shown<{ flags: Flag[] }>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const counts = (flag: Flag) =>
    [
      flag.wrong > 0 && t.flags.wrong(flag.wrong),
      flag.neverLearned > 0 && t.flags.neverLearned(flag.neverLearned),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <PageHead
        title={t.flags.title}
        lead={t.flags.lead}
        back={{ href: urls.courses, label: t.back }}
      />
      {data.flags.length === 0 ? (
        <Empty>{t.flags.none}</Empty>
      ) : (
        <TaskList>
          {data.flags.map((flag) => (
            <Task
              key={flag.questionId}
              icon="chat"
              title={textIn(language, flag.words, flag.wordsEn)}
              href={to(urls.question, { questionId: flag.questionId })}
              when={
                <>
                  {titleIn(language, flag)} · <Time at={flag.oldest} now={visit.now} />
                </>
              }
              action={
                <LinkButton href={to(urls.question, { questionId: flag.questionId })}>
                  {t.flags.see}
                </LinkButton>
              }
            >
              {[counts(flag), ...(flag.said ?? [])].join(' · ')}
            </Task>
          ))}
        </TaskList>
      )}
    </>
  )
}
