import { isSignedIn, mayRunOffice } from '#app/modules/people/access.ts'
import { currentSeason, type Strand, strandsOf } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Badge, Card, CardList, Empty, Facets } from '#app/ui/lists.tsx'
import { Narrow } from '#app/ui/narrow.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayMakeCourses } from '../../making/access.ts'
import {
  draftsOf,
  flagsWaiting,
  type ListedCourse,
  publishedCourses,
} from '../../making/queries.ts'
import { cardsWaiting } from '../../recall/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { coursesTakenBy } from '../queries.ts'
import { CoursesFile } from './courses-file.tsx'

const words = { zh, en }

type Data = {
  typed: string
  strand: string | null
  courses: ListedCourse[]
  strands: Strand[]
  taken: ReadonlySet<string>
  /** Cards that wait for the reader; null for visitors, who have none. */
  cards: number | null
  /** What waits for whoever makes courses; null for all others. */
  making: { drafts: Awaited<ReturnType<typeof draftsOf>>; flags: number } | null
}

/** The micro-courses that anyone can take, found by words and narrowed by strand. */
export const coursesPage = page<Data>({
  open: true,
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    const typed = (query.get('q') ?? '').slice(0, 100)
    const season = await currentSeason(ctx)
    const { personId } = ctx.actor
    const whose = mayRunOffice(ctx.actor) ? null : personId
    return {
      typed,
      strand: query.get('strand'),
      courses: await publishedCourses(ctx, typed),
      strands: season ? await strandsOf(ctx, season.id) : [],
      taken: personId === null ? new Set() : await coursesTakenBy(ctx, personId),
      cards: personId !== null && isSignedIn(ctx.actor) ? await cardsWaiting(ctx, personId) : null,
      making: mayMakeCourses(ctx.actor)
        ? {
            drafts: await draftsOf(ctx, whose),
            flags: (await flagsWaiting(ctx, whose)).length,
          }
        : null,
    }
  },
  view: (shown) => <Courses {...shown} />,
})

function Courses({ data }: Shown<Data>) {
  const t = useWords(words)
  const shown = data.courses.filter(
    (course) => data.strand === null || course.strandCode === data.strand,
  )
  const narrowed = data.typed !== '' || data.strand !== null
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {data.cards !== null && (
              <LinkButton href={urls.recall} icon="clock">
                {data.cards > 0 ? t.recallWaiting(data.cards) : t.recall}
              </LinkButton>
            )}
            {data.making && (
              <LinkButton href={urls.newCourse} icon="plus">
                {t.make}
              </LinkButton>
            )}
          </>
        }
      />
      {data.making && <Making making={data.making} />}
      <Columns first beside={<Finding data={data} />}>
        <p class="quietly">
          {t.count(shown.length)}
          <CoursesFile courses={shown} strands={data.strands} />
        </p>
        {shown.length === 0 ? (
          <Empty action={narrowed && <LinkButton href={urls.courses}>{t.all}</LinkButton>}>
            {narrowed ? t.empty : t.none}
          </Empty>
        ) : (
          <CardList>
            {shown.map((course) => (
              <CourseCard key={course.id} course={course} taken={data.taken.has(course.id)} />
            ))}
          </CardList>
        )}
      </Columns>
    </>
  )
}

function CourseCard({ course, taken }: { course: ListedCourse; taken: boolean }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const minutes = course.seconds === null ? [] : [t.minutes(Math.ceil(course.seconds / 60))]
  return (
    <Card
      href={to(urls.course, { courseId: course.id })}
      over={t.number(course.number)}
      title={titleIn(language, course)}
      badge={taken && <Badge tone="good">{t.taken}</Badge>}
      text={course.speaker}
      facts={[t.kinds[course.kind], ...minutes, t.questions(course.questions)]}
    />
  )
}

/** What whoever makes courses has begun, and what they were told of questions. */
function Making({ making }: { making: NonNullable<Data['making']> }) {
  const t = useWords(words)
  const { language } = useSpeech()
  if (making.drafts.length === 0 && making.flags === 0) return null
  return (
    <>
      {making.flags > 0 && (
        <p>
          <a href={urls.questionFlags}>{`${t.flags} (${making.flags})`}</a>
        </p>
      )}
      {making.drafts.length > 0 && (
        <Section title={t.drafts}>
          <ul class="plain">
            {making.drafts.map((draft) => (
              <li key={draft.id}>
                <a href={to(urls.editCourse, { courseId: draft.id })}>{titleIn(language, draft)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Finding({ data }: { data: Data }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const facets = data.strands.map((strand) => {
    const chosen = data.strand === strand.code
    return {
      label: nameIn(language, strand),
      count: data.courses.filter((course) => course.strandCode === strand.code).length,
      chosen,
      href: to(urls.courses, null, { q: data.typed, strand: chosen ? null : strand.code }),
    }
  })
  return (
    <>
      <Search
        action={urls.courses}
        label={t.search}
        hint={t.searchHint}
        value={data.typed}
        kept={data.strand === null ? {} : { strand: data.strand }}
      />
      <Narrow chosen={data.strand === null ? 0 : 1}>
        <Facets title={t.strand} facets={facets} />
      </Narrow>
    </>
  )
}
