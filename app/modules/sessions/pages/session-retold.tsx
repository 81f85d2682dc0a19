import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Retold } from './session-data.tsx'

const words = { zh, en }

/** The micro-courses made of a session, and the way to make one of it. */
export function RetoldAs({ retold, sessionId }: { retold: Retold; sessionId: string }) {
  const t = useWords(words).session
  const titleOf = useTitle()
  return (
    <Section title={t.courses}>
      {retold.courses.length > 0 && (
        <ul class="plain">
          {retold.courses.map((course) => (
            <li key={course.id}>
              <a href={to(urls.course, { courseId: course.id })}>{titleOf(course)}</a>
            </li>
          ))}
        </ul>
      )}
      {retold.mayMake && (
        <p>
          <LinkButton icon="book" href={to(urls.newCourse, null, { session: sessionId })}>
            {t.makeCourse}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}
