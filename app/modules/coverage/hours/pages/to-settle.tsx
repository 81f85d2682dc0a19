import { officeRoles, type Scope, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { currentSeason, hourRuleChangesOf } from '#app/modules/seasons/queries.ts'
import { hourRuleSets, hourRulesOn } from '#app/modules/seasons/rules.ts'
import { type Context, holds } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty, Facts, Slip, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { ApproveTeaching, approveTeaching } from '../approve-teaching.ts'
import { DecideEntry, decideEntry } from '../decide-entry.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type EntryRow,
  entriesWaiting,
  type OverlapRow,
  overlapsIn,
  type TeachingRow,
  teachingsUnconfirmed,
} from '../queries.ts'
import { whyNotApproved, whyNotDecided } from '../rules.ts'
import { SettleOverlap, settleOverlap } from '../settle-overlap.ts'
import { DecideForms } from './entry-forms.tsx'

const words = { zh, en }
const keepers = [...officeRoles, ...unitRoles]
const settling = namesOf(SettleOverlap)

type ToSettle = {
  entries: EntryRow[]
  overlaps: OverlapRow[]
  teachings: TeachingRow[]
  actorId: string
  now: Date
}

/** What about hours waits for a person: second looks, overlaps, teaching that counts several times. */
export const toSettlePage = page<ToSettle>({
  title: (_, language) => words[language].toSettle,
  async load(ctx) {
    authorise(holds(ctx.actor, keepers))
    const scope = scopeOf(ctx.actor, keepers)
    return {
      entries: await entriesWaiting(ctx, scope),
      overlaps: await overlapsIn(ctx, scope),
      teachings: await teachingsThatMatter(ctx, scope),
      actorId: found(ctx.actor.personId),
      now: ctx.now,
    }
  },
  actions: {
    decide: action(DecideEntry, async (ctx, input) => {
      await decideEntry(ctx, input)
      return { to: to(urls.hoursToSettle), done: `entry.${input.decision}` }
    }),
    settle: action(SettleOverlap, async (ctx, input) => {
      await settleOverlap(ctx, input)
      return { to: to(urls.hoursToSettle), done: 'overlap.settled' }
    }),
    approve: action(ApproveTeaching, async (ctx, input) => {
      await approveTeaching(ctx, input)
      return { to: to(urls.hoursToSettle), done: 'teaching.approved' }
    }),
  },
  view: (shown) => <Settle {...shown} />,
})

/** Only where the rules of the day count teaching several times does anyone have to confirm it. */
async function teachingsThatMatter(ctx: Context, scope: Scope): Promise<TeachingRow[]> {
  const season = await currentSeason(ctx)
  if (!season) return []
  const changes = await hourRuleChangesOf(ctx, season.id)
  const rows = await teachingsUnconfirmed(ctx, season, scope)
  return rows.filter(({ during }) => {
    const set = hourRulesOn(season, changes, dayOf(during.start))
    return hourRuleSets[set].teaching > 1
  })
}

function Settle(shown: Shown<ToSettle>) {
  const t = useWords(words)
  const { entries, overlaps, teachings } = shown.data
  const nothing = entries.length + overlaps.length + teachings.length === 0
  return (
    <>
      <PageHead
        title={t.toSettle}
        lead={t.toSettleLead}
        back={{ href: urls.coverage, label: t.toCoverage }}
      />
      {nothing && <Empty>{t.nothingToSettle}</Empty>}
      {entries.length > 0 && (
        <Section title={t.waitingEntries} id="entries">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} shown={shown} />
          ))}
        </Section>
      )}
      {overlaps.length > 0 && (
        <Section title={t.overlaps} id="overlaps">
          <p class="quietly">{t.overlapLead}</p>
          {overlaps.map((overlap) => (
            <Overlap
              key={`${overlap.personId}${overlap.one.id}${overlap.other.id}`}
              overlap={overlap}
              shown={shown}
            />
          ))}
        </Section>
      )}
      {teachings.length > 0 && (
        <Section title={t.teachings} id="teachings">
          <Teachings {...shown} />
        </Section>
      )}
    </>
  )
}

function Entry({ entry, shown }: { entry: EntryRow; shown: Shown<ToSettle> }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { actorId, now } = shown.data
  const whyNot = whyNotDecided(entry, actorId, { confirms: true, answer: '' })
  return (
    <Slip id={`entry-${entry.id}`} title={`${entry.personName} · ${entry.what}`}>
      <Facts
        items={[
          { term: t.onDay, value: sayDay(entry.onDay, language, now) },
          { term: t.enterHours, value: `${t.hours(entry.hours)} · ${t.forms[entry.form]}` },
          { term: t.reason, value: entry.reason },
          { term: t.who, value: t.enteredBy(entry.enteredByName) },
        ]}
      />
      <p>
        <a href={to(urls.personHours, { personId: entry.personId })}>{t.toPersonHours}</a>
      </p>
      <DecideForms
        shown={shown}
        address={(name) => to(urls.hoursToSettle, null, { do: name })}
        entryId={entry.id}
        whyNot={whyNot}
      />
    </Slip>
  )
}

/** One form for each of the two sessions: pressing says where the person was. */
function Overlap({ overlap, shown }: { overlap: OverlapRow; shown: Shown<ToSettle> }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { personId, one, other } = overlap
  const id = `settle-${personId}-${one.id}-${other.id}`
  const typed = shown.form('settle')
  const pair = [typed.values['sessionId'], typed.values['otherId']]
  const wasThis = typed.values['personId'] === personId && pair.includes(one.id)
  return (
    <Slip title={t.overlapOf(overlap.personName)}>
      <p class="quietly">
        {overlap.unitName}{' '}
        <Time at={overlap.during.start} to={overlap.during.end} now={shown.data.now} />
      </p>
      {[[one, other] as const, [other, one] as const].map(([counts, not]) => (
        <Form
          key={counts.id}
          id={`${id}-${counts.id}`}
          action={to(urls.hoursToSettle, null, { do: 'settle' })}
          formKey={`${shown.formKey}${id}${counts.id}`}
          state={wasThis && pair[0] === counts.id ? typed : { values: {}, issues: {} }}
        >
          <p>
            <a href={to(urls.session, { sessionId: counts.id })}>{titleIn(language, counts)}</a>
            {counts.venueName !== null && ` · ${counts.venueName}`}
          </p>
          <input type="hidden" name={settling('personId')} value={personId} />
          <input type="hidden" name={settling('sessionId')} value={counts.id} />
          <input type="hidden" name={settling('otherId')} value={not.id} />
          <TextField
            name={settling('reason')}
            label={t.overlapReason}
            hint={t.overlapHint}
            maxLength={200}
            required
          />
          <Button>{t.settle}</Button>
        </Form>
      ))}
    </Slip>
  )
}

function Teachings({ data, formKey }: Shown<ToSettle>) {
  const t = useWords(words)
  const { language } = useSpeech()
  return (
    <TaskList>
      {data.teachings.map((row) => (
        <Task
          key={row.sessionId}
          title={`${row.speakerName} · ${titleIn(language, row)}`}
          href={to(urls.session, { sessionId: row.sessionId })}
          when={<Time at={row.during.start} to={row.during.end} now={data.now} />}
          action={
            <PostButton
              action={to(urls.hoursToSettle, null, { do: 'approve' })}
              formKey={`${formKey}${row.sessionId}`}
              values={{ sessionId: row.sessionId }}
              whyNot={whyNotApproved({ ...row, status: 'held' }, false, data.actorId)}
            >
              {t.approveTeaching}
            </PostButton>
          }
        />
      ))}
    </TaskList>
  )
}
