import { z } from 'zod'
import { mayRunOffice } from '#app/modules/people/access.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Badge, Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReadBulletins, mayWriteBulletins } from '../../access.ts'
import { peopleTold } from '../../checks/queries.ts'
import { en } from '../../messages.en.ts'
import { zh } from '../../messages.zh.ts'
import { findBulletin, readerOf } from '../../queries.ts'
import { LeaveOutPerson, leaveOutPerson } from '../leave-out-person.ts'
import { findByName } from '../queries.ts'
import { whyNotChanged } from '../rules.ts'
import { TellOfPerson, tellOfPerson } from '../tell-of-person.ts'

const words = { zh, en }
const Telling = TellOfPerson.omit({ bulletinId: true })
const Leaving = LeaveOutPerson.omit({ bulletinId: true })
const Paper = z.strictObject({ personId: z.uuid() })

type Told = Awaited<ReturnType<typeof peopleTold>>[number]
type Found = Awaited<ReturnType<typeof findByName>>[number]
type Data = {
  bulletin: { id: string; title: string }
  told: readonly Told[]
  search: string
  found: readonly Found[]
  /** Why the people can't be changed; undefined where it is not for the reader to do. */
  whyNot: string | null | undefined
  /** Whether whoever reads may file a signed paper. */
  files: boolean
}

export const bulletinPeoplePage = page({
  async load(ctx, visit): Promise<Data> {
    authorise(mayReadBulletins(ctx.actor))
    const bulletin = found(await findBulletin(ctx, visit.params['bulletinId']!))
    const { part } = await readerOf(ctx, bulletin)
    const writes = mayWriteBulletins(ctx.actor)
    const search = visit.query.get('q')?.trim() ?? ''
    return {
      bulletin: { id: bulletin.id, title: bulletin.title },
      told: await peopleTold(ctx, bulletin.id),
      search,
      found: writes ? await findByName(ctx, search) : [],
      whyNot: writes ? whyNotChanged(bulletin, part) : undefined,
      files: mayRunOffice(ctx.actor),
    }
  },
  title: (_, language) => words[language].people,
  actions: {
    tell: action(Telling, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await tellOfPerson(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletinPeople, { bulletinId }), done: 'bulletin.personTold' }
    }),
    paper: action(Paper, async (ctx, { personId }, visit) => {
      const bulletinId = visit.params['bulletinId']!
      const story = { purpose: 'story', subjectId: bulletinId } as const
      await giveConsent(ctx, { personId, signedBy: personId, ...story })
      return { to: to(urls.bulletinPeople, { bulletinId }), done: 'consent.paperKept' }
    }),
    leaveOut: action(Leaving, async (ctx, input, visit) => {
      const bulletinId = visit.params['bulletinId']!
      await leaveOutPerson(ctx, { ...input, bulletinId })
      return { to: to(urls.bulletinPeople, { bulletinId }), done: 'bulletin.personLeftOut' }
    }),
  },
  view: ({ data, form, formKey }) => (
    <People
      {...data}
      formKey={formKey}
      refusal={['tell', 'leaveOut', 'paper'].flatMap((name) => form(name).refusal ?? [])[0]}
    />
  ),
})

function People(props: Data & { formKey: string; refusal: string | undefined }) {
  const { bulletin, told, search, found, whyNot, files, formKey, refusal } = props
  const t = useWords(words)
  const { reason } = useSpeech()
  const bulletinId = bulletin.id
  return (
    <>
      <PageHead
        title={t.people}
        lead={t.peopleHint}
        back={{ href: to(urls.bulletin, { bulletinId }), label: bulletin.title }}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <DataTable
        caption={t.people}
        rows={told}
        empty={<Empty>{t.peopleNone}</Empty>}
        columns={[
          { key: 'name', label: t.people, names: true, cell: ({ name }) => name },
          { key: 'consent', label: t.consent, cell: (row) => <State {...row} /> },
          {
            key: 'paper',
            label: t.paper,
            acts: true,
            cell: ({ personId, minor, consented }) =>
              files &&
              !minor &&
              !consented && (
                <PostButton
                  action={to(urls.bulletinPeople, { bulletinId }, { do: 'paper' })}
                  formKey={`${formKey}-p-${personId}`}
                  values={{ personId }}
                >
                  {t.paper}
                </PostButton>
              ),
          },
          {
            key: 'out',
            label: t.leaveOut,
            acts: true,
            cell: ({ personId }) =>
              whyNot === null && (
                <PostButton
                  action={to(urls.bulletinPeople, { bulletinId }, { do: 'leaveOut' })}
                  formKey={`${formKey}-${personId}`}
                  values={{ personId }}
                >
                  {t.leaveOut}
                </PostButton>
              ),
          },
        ]}
      />
      {whyNot != null && <Callout kind="info" title={reason(whyNot)} />}
      {whyNot === null && (
        <Section title={t.findPerson}>
          <Search
            action={to(urls.bulletinPeople, { bulletinId })}
            label={t.findPerson}
            value={search}
          />
          {search !== '' && found.length === 0 && <p class="quietly">{t.notFound}</p>}
          {found.length > 0 && (
            <DataTable
              caption={t.findPerson}
              rows={found}
              columns={[
                { key: 'name', label: t.people, names: true, cell: ({ name }) => name },
                { key: 'unit', label: t.unit, cell: ({ unitName }) => unitName },
                {
                  key: 'add',
                  label: t.tellOf,
                  acts: true,
                  cell: ({ id }) => (
                    <PostButton
                      action={to(urls.bulletinPeople, { bulletinId }, { do: 'tell' })}
                      formKey={`${formKey}-${id}`}
                      values={{ personId: id }}
                    >
                      {t.tellOf}
                    </PostButton>
                  ),
                },
              ]}
            />
          )}
        </Section>
      )}
    </>
  )
}

function State({ minor, consented }: Pick<Told, 'minor' | 'consented'>) {
  const t = useWords(words)
  if (minor) return <Badge tone="bad">{t.isMinor}</Badge>
  return consented ? (
    <Badge tone="good">{t.consented}</Badge>
  ) : (
    <Badge tone="waiting">{t.notConsented}</Badge>
  )
}
