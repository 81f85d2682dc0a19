import { mayRunOffice } from '#app/modules/people/access.ts'
import { currentSeason, type Season, seasons } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page } from '#app/platform/http/page.ts'
import type { Language } from '#app/platform/language.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { sayMoment } from '#app/ui/dates.ts'
import { RadioField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { Badge, Card, CardList, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadBulletins, mayWriteBulletins } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { bulletins, bulletinsWaiting } from '../queries.ts'
import { StartBulletin, startBulletin } from '../start-bulletin.ts'

const words = { zh, en }
const name = namesOf(StartBulletin)

export const bulletinsPage = page({
  async load(ctx) {
    authorise(mayReadBulletins(ctx.actor))
    return {
      bulletins: await bulletins(ctx),
      waiting: (await bulletinsWaiting(ctx)).map(({ id }) => id),
      seasons: mayWriteBulletins(ctx.actor) ? await seasons(ctx) : [],
      current: await currentSeason(ctx),
      mayWrite: mayWriteBulletins(ctx.actor),
      street: ctx.street,
      office: mayRunOffice(ctx.actor),
      now: ctx.now,
    }
  },
  title: (_, language) => words[language].title,
  actions: {
    start: action(StartBulletin, async (ctx, input) => {
      const bulletin = await startBulletin(ctx, input)
      return { to: to(urls.bulletin, { bulletinId: bulletin.id }), done: 'bulletin.started' }
    }),
  },
  view: (shown) => (
    <Bulletins {...shown.data} state={shown.form('start')} formKey={shown.formKey} />
  ),
})

type Row = Awaited<ReturnType<typeof bulletins>>[number]
type Props = {
  bulletins: readonly Row[]
  waiting: readonly string[]
  seasons: readonly Season[]
  current: Season | undefined
  mayWrite: boolean
  street: number
  office: boolean
  now: Date
  state: FormState
  formKey: string
}

function Bulletins({ bulletins, waiting, mayWrite, street, office, now, ...start }: Props) {
  const t = useWords(words)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <LinkButton href={to(urls.news, null, { street })} icon="globe">
              {t.onPage}
            </LinkButton>
            {office && <LinkButton href={to(urls.houseWords)}>{t.houseWords}</LinkButton>}
          </>
        }
      />
      {bulletins.length === 0 ? (
        <Empty>{start.current ? t.none : t.noSeason}</Empty>
      ) : (
        <CardList>
          {bulletins.map((bulletin) => (
            <BulletinCard
              key={bulletin.id}
              bulletin={bulletin}
              waits={waiting.includes(bulletin.id)}
              now={now}
            />
          ))}
        </CardList>
      )}
      {mayWrite && start.current && <StartForm {...start} current={start.current} />}
    </>
  )
}

function BulletinCard({ bulletin, waits, now }: { bulletin: Row; waits: boolean; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const season = { name: bulletin.seasonName, nameEn: bulletin.seasonNameEn }
  return (
    <Card
      over={`${t.number(bulletin.number)} · ${nameIn(language, season)}`}
      title={bulletin.title}
      href={to(urls.bulletin, { bulletinId: bulletin.id })}
      text={t.changed(bulletin.changedByName, sayMoment(bulletin.changedAt, language, now))}
      badge={
        waits ? (
          <Badge tone="ember">{t.waitsForYou}</Badge>
        ) : (
          <Badge tone={bulletin.status === 'published' ? 'good' : 'plain'}>
            {t.statuses[bulletin.status]}
          </Badge>
        )
      }
      facts={[t.languages[bulletin.language]]}
    />
  )
}

type StartProps = Pick<Props, 'seasons' | 'state' | 'formKey'> & { current: Season }

function StartForm({ seasons, current, state, formKey }: StartProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const languages: Language[] = ['zh', 'en']
  return (
    <Section title={t.start} id="start">
      <p>{t.startHint}</p>
      <Form action={to(urls.bulletins, null, { do: 'start' })} formKey={formKey} state={state}>
        <TextField
          name={name('title')}
          label={t.name}
          value={t.proposed(nameIn(language, current))}
          maxLength={80}
          required
        />
        <SelectField
          name={name('seasonId')}
          label={t.season}
          value={current.id}
          blank={false}
          options={seasons.map((season) => ({ value: season.id, label: nameIn(language, season) }))}
        />
        <RadioField
          name={name('language')}
          label={t.language}
          value={language}
          options={languages.map((value) => ({ value, label: t.languages[value] }))}
        />
        <Button kind="main" icon="edit">
          {t.doStart}
        </Button>
      </Form>
    </Section>
  )
}
