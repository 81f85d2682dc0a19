import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Empty, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { type ShiftRow, shiftsAtRisk } from '../../posts/queries.ts'
import { AskToServe, askToServe } from '../ask-to-serve.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { whomToAsk } from '../queries.ts'
import { handsLacking } from '../rules.ts'

const words = { zh, en }
const mostNames = 6

type Data = { shifts: (ShiftRow & { could: string[] })[] }

/** Shifts of the next days with too few hands, and whom to ask. */
export const atRiskPage = page<Data>({
  title: (_, language) => words[language].atRisk.title,
  async load(ctx) {
    const scope = scopeOf(ctx.actor, ['administrator', 'office', ...unitRoles, 'staff'])
    authorise(scope.unitIds.length > 0)
    const shifts = await shiftsAtRisk(ctx, scope.unitIds)
    const could = await whomToAsk(ctx, shifts)
    return {
      shifts: shifts.map((shift) => ({
        ...shift,
        could: (could.get(shift.id) ?? []).map(({ name }) => name),
      })),
    }
  },
  actions: {
    ask: action(AskToServe, async (ctx, input) => {
      await askToServe(ctx, input)
      return { to: to(urls.atRisk), done: 'volunteers.asked' }
    }),
  },
  view: (shown) => <AtRisk {...shown} />,
})

function AtRisk({ data, visit, formKey }: Shown<Data>) {
  const t = useWords(words).atRisk
  const titleOf = useTitle()
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        back={{ href: to(urls.volunteering), label: t.toPosts }}
      />
      {data.shifts.length === 0 && (
        <Empty action={<LinkButton href={to(urls.volunteering)}>{t.toPosts}</LinkButton>}>
          {t.none}
        </Empty>
      )}
      <TaskList>
        {data.shifts.map((shift) => (
          <Task
            key={shift.id}
            title={
              <>
                {titleOf(shift)} <Badge tone="waiting">{t.lacking(handsLacking(shift))}</Badge>
              </>
            }
            href={to(urls.shift, { shiftId: shift.id })}
            when={<Time at={shift.during.start} to={shift.during.end} now={visit.now} />}
            action={
              <PostButton
                action={to(urls.atRisk, null, { do: 'ask' })}
                formKey={formKey}
                values={{ shiftId: shift.id }}
                whyNot={shift.could.length === 0 ? 'ask.nobody' : null}
              >
                {t.ask}
              </PostButton>
            }
          >
            {`${shift.unitName} · ${couldOf(t, shift.could)}`}
          </Task>
        ))}
      </TaskList>
    </>
  )
}

function couldOf(t: typeof zh.atRisk, names: readonly string[]): string {
  if (names.length === 0) return t.nobody
  return names.length > mostNames
    ? t.more(names.slice(0, mostNames), names.length - mostNames)
    : t.could(names)
}
