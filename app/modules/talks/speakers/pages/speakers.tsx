import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Badge, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import type { SpokenLanguage } from '../../menu/rules.ts'
import { mayKeepSpeakers } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { speakers } from '../queries.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }

type Data = Awaited<ReturnType<typeof speakers>>

/** The speaker register, for the office. */
export const speakersPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx) {
    authorise(mayKeepSpeakers(ctx.actor))
    return (await speakers(ctx)).filter((speaker) => !speaker.leftAt)
  },
  view: (shown) => <Register {...shown} />,
})

function Register({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const languages = useWords(menuWords).languages
  const { language } = useSpeech()
  const register = (
    <LinkButton href={to(urls.newSpeaker)} icon="plus">
      {t.register}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t.title} lead={t.lead(data.length)} actions={register} />
      <DataTable
        caption={t.title}
        asOf={visit.now}
        rows={data}
        empty={<Empty action={register}>{t.empty}</Empty>}
        columns={[
          {
            key: 'name',
            label: t.name,
            names: true,
            cell: (speaker) => (
              <a href={to(urls.speaker, { speakerId: speaker.id })}>{speaker.name}</a>
            ),
          },
          { key: 'kind', label: t.kind, cell: (speaker) => <Badge>{t.kinds[speaker.kind]}</Badge> },
          {
            key: 'languages',
            label: t.languages,
            cell: (speaker) =>
              speaker.languages.map((each) => languages[each as SpokenLanguage]).join(' · '),
          },
          {
            key: 'conditions',
            label: t.conditions,
            cell: (speaker) => (language === 'en' && speaker.conditionsEn) || speaker.conditions,
          },
          {
            key: 'guests',
            label: t.mostGuests,
            amount: true,
            cell: (speaker) =>
              speaker.mostGuests === null ? t.anyNumber : t.guests(speaker.mostGuests),
          },
        ]}
      />
    </>
  )
}
