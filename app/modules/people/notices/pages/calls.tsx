import { authorise } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunOffice, scopeOf, unitRoles } from '../../access.ts'
import { contactsOpen } from '../../queries.ts'
import { SeeContacts, seeContacts } from '../../see-contacts.ts'
import { MarkTold, markTold } from '../mark-told.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Call, callList } from '../queries.ts'

const words = { zh, en }

type Data = { calls: Call[]; open: ReadonlySet<string> }

/** Whom to call or visit and what to say: for the office all, for a unit's own people its organiser. */
export const callsPage = page<Data>({
  title: (_, language) => words[language].calls.title,
  async load(ctx) {
    const scope = scopeOf(ctx.actor, unitRoles)
    const office = mayRunOffice(ctx.actor)
    authorise(office || scope.unitIds.length > 0)
    const calls = await callList(ctx, office ? 'everyone' : scope)
    const open = await contactsOpen(
      ctx,
      calls.map((call) => call.personId),
    )
    return { calls, open }
  },
  actions: {
    told: action(MarkTold, async (ctx, input) => {
      await markTold(ctx, input)
      return { to: urls.calls, done: 'person.told' }
    }),
    numbers: action(SeeContacts, async (ctx, input) => {
      await seeContacts(ctx, input)
      return { to: urls.calls, done: 'contact.seen' }
    }),
  },
  view: (shown) => <Calls {...shown} />,
})

function Calls(shown: Shown<Data>) {
  const t = useWords(words).calls
  const { calls, open } = shown.data
  const closed = calls.filter((call) => call.phone !== null && !open.has(call.personId))
  const byUnit = [...Map.groupBy(calls, (call) => call.unitId)]
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {calls.length === 0 && <Empty>{t.none}</Empty>}
      {closed.length > 0 && (
        <Callout kind="info" title={t.openNumbersHelp}>
          <PostButton
            action={to(urls.calls, null, { do: 'numbers' })}
            formKey={`${shown.formKey}numbers`}
            values={{ personIds: closed.map((call) => call.personId).join() }}
          >
            {t.openNumbers(closed.length)}
          </PostButton>
        </Callout>
      )}
      {byUnit.map(([unitId, ofUnit]) => (
        <Section key={unitId} title={ofUnit[0]!.unitName ?? t.street}>
          <UnitCalls {...shown} calls={ofUnit} />
        </Section>
      ))}
    </>
  )
}

function UnitCalls({ calls, data, visit, formKey }: Shown<Data> & { calls: Call[] }) {
  const t = useWords(words).calls
  return (
    <DataTable
      caption={t.people(calls.length)}
      asOf={visit.now}
      rows={calls}
      columns={[
        {
          key: 'person',
          label: t.person,
          names: true,
          cell: (call) => <a href={to(urls.person, { personId: call.personId })}>{call.name}</a>,
        },
        {
          key: 'phone',
          label: t.phone,
          cell: (call) => <Reach call={call} open={data.open.has(call.personId)} />,
        },
        { key: 'say', label: t.say, cell: (call) => <ToSay call={call} /> },
        {
          key: 'told',
          label: t.told,
          acts: true,
          cell: (call) => (
            <PostButton
              action={to(urls.calls, null, { do: 'told' })}
              formKey={`${formKey}${call.personId}`}
              values={{
                personId: call.personId,
                noticeIds: call.notices.map((notice) => notice.id).join(),
              }}
            >
              {t.told}
            </PostButton>
          ),
        },
      ]}
    />
  )
}

function Reach({ call, open }: { call: Call; open: boolean }) {
  const t = useWords(words).calls
  const number =
    call.phone === null ? (
      t.noPhone
    ) : open ? (
      <a href={`tel:${call.phone}`}>{call.phone}</a>
    ) : (
      t.hidden
    )
  return (
    <div>
      {number}
      {call.homebound && <span class="quietly"> {t.homebound}</span>}
    </div>
  )
}

function ToSay({ call }: { call: Call }) {
  const { notice } = useSpeech()
  return (
    <div>
      {call.notices.map(({ id, name, details }) => (
        <p key={id}>{notice(name, details)}</p>
      ))}
    </div>
  )
}
