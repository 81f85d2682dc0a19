import { found } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge } from '#app/ui/lists.tsx'
import { PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadTalk } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findTalk, speakersOfTalk, versionsOf } from '../queries.ts'

const words = { zh, en }

type Data = {
  talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>
  versions: Awaited<ReturnType<typeof versionsOf>>
}

/** What a talk said in each of its versions: an order keeps the one it ordered. */
export const talkVersionsPage = page<Data>({
  open: true,
  title: ({ talk }, language) => words[language].versionsTitle(titleIn(language, talk)),
  async load(ctx, { params }) {
    const talk = found(await findTalk(ctx, params['talkId']!))
    found(mayReadTalk(ctx.actor, talk, await speakersOfTalk(ctx, talk.id)) || null)
    return { talk, versions: await versionsOf(ctx, talk.id) }
  },
  view: (shown) => <Versions {...shown} />,
})

function Versions({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const english = language === 'en'
  const title = titleIn(language, data.talk)
  return (
    <>
      <PageHead
        title={t.versionsTitle(title)}
        back={{ href: to(urls.talk, { talkId: data.talk.id }), label: title }}
      />
      {data.versions.map((version) => (
        <Section
          key={version.version}
          id={`v${version.version}`}
          title={t.version(version.version)}
          aside={
            version.version === data.talk.version ? (
              <Badge tone="ember">{t.current}</Badge>
            ) : undefined
          }
        >
          <p class="quietly">
            <Time at={version.madeAt} now={visit.now} /> ·{' '}
            {version.note || (version.version === 1 ? t.firstVersion : '')}
          </p>
          <h3>
            {titleIn(language, version)} <span class="quietly">{t.minutes(version.minutes)}</span>
          </h3>
          <Prose>
            <p>{english && version.aboutEn ? version.aboutEn : version.about}</p>
          </Prose>
        </Section>
      ))}
    </>
  )
}
