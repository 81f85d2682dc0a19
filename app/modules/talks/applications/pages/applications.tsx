import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Empty, type Tone } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDecideApplications } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { applications } from '../queries.ts'
import type { ApplicationStatus } from '../rules.ts'

const words = { zh, en }

export const applicationTones: Record<ApplicationStatus, Tone> = {
  applied: 'ember',
  talked: 'waiting',
  trial: 'waiting',
  heard: 'waiting',
  registered: 'good',
  declined: 'plain',
  withdrawn: 'plain',
}

type Data = Awaited<ReturnType<typeof applications>>

/** Who would like to join the citizen speakers' team, for the office. */
export const applicationsPage = page<Data>({
  title: (_, language) => words[language].list.title,
  async load(ctx) {
    authorise(mayDecideApplications(ctx.actor))
    return applications(ctx)
  },
  view: (shown) => <Applications {...shown} />,
})

function Applications({ data, visit }: Shown<Data>) {
  const all = useWords(words)
  const t = all.list
  return (
    <>
      <PageHead title={t.title} lead={t.lead} back={{ href: urls.speakers, label: t.toSpeakers }} />
      <DataTable
        caption={t.title}
        asOf={visit.now}
        rows={data}
        empty={
          <Empty action={<LinkButton href={urls.speak}>{t.toApply}</LinkButton>}>{t.empty}</Empty>
        }
        columns={[
          {
            key: 'name',
            label: t.name,
            names: true,
            cell: (each) => (
              <a href={to(urls.application, { applicationId: each.id })}>{each.name}</a>
            ),
          },
          { key: 'number', label: t.number, amount: true, cell: (each) => each.number },
          {
            key: 'state',
            label: t.state,
            cell: (each) => (
              <Badge tone={applicationTones[each.status]}>{all.statuses[each.status]}</Badge>
            ),
          },
          {
            key: 'since',
            label: t.since,
            cell: (each) => <Time at={each.appliedAt} now={visit.now} />,
          },
        ]}
      />
    </>
  )
}
