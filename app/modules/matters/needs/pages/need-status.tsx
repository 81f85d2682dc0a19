import { z } from 'zod'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import type { WorkCalendar } from '#app/platform/working-days.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Due } from '#app/ui/due.tsx'
import { NumberField, PhoneField, RadioField, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Card, CardList, Facts, type Step, Stepper } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { findMatter } from '../../board/queries.ts'
import { GiveVerdict, giveVerdict } from '../../claims/give-verdict.ts'
import { claimsOf, verdictsOf } from '../../claims/queries.ts'
import { mayFollowNeed } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OpenNeed, openNeed } from '../open-need.ts'
import { findNeed, type Need, needOfLink, needsOfPerson } from '../queries.ts'
import { triageDue } from '../rules.ts'

const words = { zh, en }
const lookName = namesOf(OpenNeed)
const verdictName = namesOf(GiveVerdict)

type Followed = {
  need: Need
  matter: Awaited<ReturnType<typeof findMatter>>
  holders: string[]
  /** What the resident said of it last. */
  solved: boolean | null
  calendar: WorkCalendar
}
type Data = {
  followed: Followed | null
  /** Whether a link was given that is good for nothing any more. */
  linkOver: boolean
  key: string
  own: Need[]
}

/** Where a need stands, for who has it: by its link, by number and phone, or signed in. */
export const needStatusPage = page<Data>({
  open: true,
  title: (_, language) => words[language].status.title,
  async load(ctx, { query }) {
    const key = query.get('key') ?? ''
    const linked = await needOfLink(ctx, key)
    const wanted = linked ?? z.uuid().safeParse(query.get('need')).data
    const need = wanted === undefined ? undefined : await findNeed(ctx, wanted)
    const { personId } = ctx.actor
    const followed = need && mayFollowNeed(ctx.actor, need, linked) ? need : null
    return {
      followed: followed && (await follow(ctx, followed)),
      linkOver: key !== '' && !followed,
      key,
      own: personId === null ? [] : await needsOfPerson(ctx, personId),
    }
  },
  actions: {
    look: action(OpenNeed, async (ctx, input, { address }) => {
      const { link } = await openNeed(ctx, { ...input, address })
      return { to: to(urls.needStatus, null, { key: link }) }
    }),
    verdict: action(GiveVerdict, async (ctx, input) => {
      await giveVerdict(ctx, input)
      const here = input.link === '' ? { need: input.needId } : { key: input.link }
      return { to: to(urls.needStatus, null, here), done: 'verdict.given' }
    }),
  },
  view: (shown) => <Status {...shown} />,
})

async function follow(ctx: Context, need: Need): Promise<Followed> {
  const matter = need.matterId === null ? undefined : await findMatter(ctx, need.matterId)
  const claims = matter ? await claimsOf(ctx, matter.id) : []
  const verdicts = matter ? await verdictsOf(ctx, matter.id) : []
  return {
    need,
    matter,
    holders: claims
      .filter(({ ending }) => ending === null || ending === 'confirmed')
      .map(({ unitName }) => unitName),
    solved: verdicts.find(({ needId }) => needId === need.id)?.solved ?? null,
    calendar: await workCalendar(ctx),
  }
}

function Status(shown: Shown<Data>) {
  const t = useWords(words)
  const { followed, linkOver, own } = shown.data
  const others = own.filter(({ id }) => id !== followed?.need.id)
  return (
    <>
      <PageHead
        title={t.status.title}
        lead={followed ? undefined : t.status.lead}
        over={followed ? t.status.needNumber(followed.need.number) : undefined}
        actions={<LinkButton href={to(urls.sayNeed)}>{t.status.say}</LinkButton>}
      />
      {linkOver && <Callout kind="warning" title={t.reasons['need.linkOver']} />}
      {followed ? <OneNeed {...shown} followed={followed} /> : <LookUp {...shown} />}
      {others.length > 0 && (
        <Section title={t.status.yours}>
          <CardList>
            {others.map((need) => (
              <Card
                key={need.id}
                href={to(urls.needStatus, null, { need: need.id })}
                over={t.status.needNumber(need.number)}
                title={need.words}
                facts={[t.statuses[need.status], need.communityName]}
              />
            ))}
          </CardList>
        </Section>
      )}
    </>
  )
}

function LookUp({ form, formKey }: Shown<Data>) {
  const t = useWords(words).status
  return (
    <Form action={to(urls.needStatus, null, { do: 'look' })} formKey={formKey} state={form('look')}>
      <NumberField
        name={lookName('number')}
        label={t.number}
        hint={t.numberHint}
        min={1}
        required
      />
      <PhoneField name={lookName('phone')} label={t.phone} required />
      <Button kind="main">{t.look}</Button>
    </Form>
  )
}

type OneProps = Shown<Data> & { followed: Followed }

function OneNeed(shown: OneProps) {
  const w = useWords(words)
  const t = w.status
  const { language } = useSpeech()
  const titleOf = useTitle()
  const { need, matter, holders, solved, calendar } = shown.followed
  const { now } = shown.visit
  const said = [
    { term: w.one.words, value: need.words },
    { term: w.one.community, value: need.communityName },
    ...(need.landmark ? [{ term: w.one.landmark, value: need.landmark }] : []),
    ...(need.status === 'waiting'
      ? [{ term: t.lookedAtBy, value: <Due due={triageDue(need, calendar)} now={now} /> }]
      : []),
    ...(need.department ? [{ term: t.department, value: need.department }] : []),
    ...(need.answer ? [{ term: t.answer, value: need.answer }] : []),
    ...(need.followUp ? [{ term: t.followUp, value: need.followUp }] : []),
    ...(matter
      ? [
          { term: t.matter, value: titleOf(matter) },
          { term: t.doneWhen, value: matter.doneWhen },
          { term: t.by, value: sayDay(matter.byOn, language, now) },
          { term: t.holders, value: holders.length > 0 ? holders.join(w.and) : t.nobodyYet },
        ]
      : []),
  ]
  return (
    <>
      <Callout kind="info" title={t.keepNumber(need.number)} />
      <Stepper label={t.where} steps={stepsOf(shown.followed, t.steps)} />
      {matter?.status === 'done' && solved !== true && <VerdictForm {...shown} />}
      {solved === true && <Callout kind="saved" title={t.thanks} />}
      {solved === false && matter?.status === 'claimed' && (
        <Callout kind="waiting" title={t.again} />
      )}
      <Facts items={said} />
    </>
  )
}

type StepNames = (typeof zh)['status']['steps']

/** How far a need has come; what the office answered or refused ends after the office's step. */
function stepsOf({ need, matter, holders, solved }: Followed, names: StepNames): Step[] {
  const done = matter?.status === 'done' || matter?.status === 'confirmed'
  const taken = [
    true,
    need.status !== 'waiting',
    ...(need.status === 'waiting' || need.status === 'matter'
      ? [holders.length > 0, done, solved === true && done]
      : []),
  ]
  const labels = [names.said, names.seen, names.claimed, names.done, names.solved]
  const at = taken.indexOf(false)
  return taken.map((is, step) => ({
    label: labels[step]!,
    state: is ? 'done' : step === at ? 'now' : 'later',
  }))
}

function VerdictForm({ followed, data, form, formKey }: OneProps) {
  const t = useWords(words).status
  const { need } = followed
  const here = data.key === '' ? { need: need.id } : { key: data.key }
  return (
    <Section title={t.ask} id="verdict">
      <p>{t.askLead}</p>
      <Form
        action={to(urls.needStatus, null, { ...here, do: 'verdict' })}
        formKey={formKey}
        state={form('verdict')}
      >
        <input type="hidden" name={verdictName('needId')} value={need.id} />
        <input type="hidden" name={verdictName('link')} value={data.key} />
        <RadioField
          name={verdictName('solved')}
          label={t.ask}
          required
          options={[
            { value: 'yes', label: t.solved },
            { value: 'no', label: t.unsolved },
          ]}
        />
        <TextArea
          name={verdictName('words')}
          label={t.words}
          hint={t.wordsHint}
          rows={3}
          maxLength={300}
        />
        <Button kind="main">{t.tell}</Button>
      </Form>
    </Section>
  )
}
