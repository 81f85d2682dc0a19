import { isSelf, mayLookAfter } from '#app/modules/people/access.ts'
import { GiveConsent, giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { consentsOf } from '#app/modules/people/consents/queries.ts'
import { WithdrawConsent, withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { CorrectPerson, correctPerson } from '#app/modules/people/correct-person.ts'
import { allWithUnits, familyOf, findPerson, whoSawContacts } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayAskAbout, mayHaveCopy } from '../access.ts'
import { AskForCorrection, askForCorrection } from '../ask-for-correction.ts'
import { AskForDeletion, askForDeletion } from '../ask-for-deletion.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { consentsWanted, guardiansAmong, requestsOf, subjectsNamed } from '../queries.ts'
import { WithdrawRequest, withdrawRequest } from '../withdraw-request.ts'
import { Consents } from './consents.tsx'
import { acting, type PrivacyData } from './privacy-data.tsx'
import { Correction, Deletion } from './privacy-forms.tsx'

const words = { zh, en }

/** What is kept of a person: for the person, a guardian, and whoever looks after them. */
export const privacyPage = page<PrivacyData>({
  title: ({ person, isMine }, language) => {
    const t = words[language].mine
    return isMine ? t.title : t.titleOf(person.name)
  },
  load: loadPrivacy,
  actions: {
    withdraw: action(WithdrawConsent, async (ctx, input, visit) => {
      await withdrawConsent(ctx, input)
      return { to: backTo(visit), done: 'consent.withdrawn' }
    }),
    file: action(GiveConsent, async (ctx, input, visit) => {
      await giveConsent(ctx, input)
      return { to: backTo(visit), done: 'consent.given' }
    }),
    ask: action(AskForCorrection, async (ctx, input, visit) => {
      await askForCorrection(ctx, input)
      return { to: backTo(visit), done: 'correction.asked' }
    }),
    correct: action(CorrectPerson, async (ctx, input, visit) => {
      await correctPerson(ctx, input)
      return { to: backTo(visit), done: 'person.corrected' }
    }),
    delete: action(AskForDeletion, async (ctx, input, visit) => {
      await askForDeletion(ctx, input)
      return { to: backTo(visit), done: 'deletion.asked' }
    }),
    takeBack: action(WithdrawRequest, async (ctx, input, visit) => {
      await withdrawRequest(ctx, input)
      return { to: backTo(visit), done: 'request.withdrawn' }
    }),
  },
  view: (shown) => <Privacy {...shown} />,
})

async function loadPrivacy(ctx: Context, { query }: Visit): Promise<PrivacyData> {
  const personId = found(query.get('person') ?? ctx.actor.personId)
  const [withUnits] = await allWithUnits(ctx, [personId])
  const family = await familyOf(ctx, personId)
  const person = found(await findPerson(ctx, personId))
  const guardianIds = guardiansAmong(family, person, ctx.now)
  found(mayAskAbout(ctx.actor, found(withUnits), guardianIds) || null)
  const isMine = isSelf(ctx.actor, personId)
  const children = family.filter(({ is }) => is === 'child').map(({ id }) => id)
  const about = isMine ? [personId, ...children] : [personId]
  const consents = await consentsOf(ctx, about)
  const people = consents.flatMap((each) => [each.personId, each.givenBy, each.paperKeptBy ?? []])
  const named = await allWithUnits(ctx, people.flat())
  const subjects = await subjectsNamed(
    ctx,
    consents.map(({ subjectId }) => subjectId),
  )
  const looksAfter = !isMine && mayLookAfter(ctx.actor, found(withUnits).unitIds)
  return {
    person,
    isMine,
    looksAfter,
    mayCopy: mayHaveCopy(ctx.actor, personId, guardianIds),
    consents,
    names: new Map([...subjects, ...named.map(({ id, name }) => [id, name] as const)]),
    seen: await whoSawContacts(ctx, personId),
    requests: await requestsOf(ctx, [personId]),
    toSign: looksAfter ? await consentsWanted(ctx, personId) : [],
    signers: [{ id: personId, name: person.name }, ...family.filter(({ is }) => is === 'guardian')],
  }
}

function backTo({ query }: Visit): string {
  return to(urls.privacy, null, { person: query.get('person') })
}

function Privacy(shown: Shown<PrivacyData>) {
  const t = useWords(words).mine
  const { person, isMine, looksAfter, mayCopy } = shown.data
  const back = isMine
    ? undefined
    : looksAfter
      ? { href: to(urls.person, { personId: person.id }), label: person.name }
      : { href: urls.privacy, label: t.title }
  return (
    <>
      <PageHead title={isMine ? t.title : t.titleOf(person.name)} lead={t.lead} back={back} />
      <Requests {...shown} />
      <Consents {...shown} />
      {mayCopy && <Copy {...shown} />}
      <Seen {...shown} />
      <Correction {...shown} />
      <Deletion {...shown} />
    </>
  )
}

function Requests({ data, visit, formKey }: Shown<PrivacyData>) {
  const w = useWords(words)
  const t = w.mine
  const { waiting, answered } = data.requests
  if (waiting.length + answered.length === 0) return null
  return (
    <Section title={waiting.length > 0 ? t.open : t.answered}>
      <ul class="cards">
        {[...waiting, ...answered].map((request) => (
          <li key={request.id} class="card">
            <p class="over">
              <Time at={request.madeAt} now={visit.now} />
            </p>
            <h3>
              {t.asked[request.kind]} <Badge>{w.requests.statuses[request.status]}</Badge>
            </h3>
            {request.answer !== null && <p>{request.answer}</p>}
            {request.status === 'open' && (
              <PostButton
                action={acting(data, 'takeBack')}
                formKey={`${formKey}${request.id}`}
                values={{ requestId: request.id }}
                kind="quiet"
              >
                {t.takeBack}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Copy({ data }: Shown<PrivacyData>) {
  const t = useWords(words).mine
  const file = (as: string) => to(urls.privacyFile, null, { person: data.person.id, as })
  return (
    <Section title={t.copy}>
      <p>{t.copyHelp}</p>
      <p class="actions">
        <a class="button plain" href={file('xlsx')} download>
          {t.asXlsx}
        </a>
        <a class="button plain" href={file('json')} download>
          {t.asJson}
        </a>
      </p>
    </Section>
  )
}

function Seen({ data, visit }: Shown<PrivacyData>) {
  const t = useWords(words).mine
  return (
    <Section title={t.seen}>
      <DataTable
        caption={t.seen}
        exports={null}
        rows={data.seen}
        empty={<p>{t.notSeen}</p>}
        columns={[
          { key: 'who', label: t.who, names: true, cell: ({ name }) => name || t.program },
          { key: 'when', label: t.when, cell: ({ at }) => <Time at={at} now={visit.now} /> },
        ]}
      />
    </Section>
  )
}
