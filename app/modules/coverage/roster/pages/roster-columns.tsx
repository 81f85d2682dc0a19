import type { Season, Strand } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import type { InLanguages, Language } from '#app/platform/language.ts'
import type { Column } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { RosterLine } from '../queries.ts'
import { isDone } from '../rules.ts'

const words: InLanguages<typeof zh> = { zh, en }

/** A line with its number in the form. */
export type NumberedLine = RosterLine & { number: number }

/** The columns of the form, on the screen, on paper and in the file. */
export function rosterColumns(
  language: Language,
  season: Season,
  strands: readonly Strand[],
): Column<NumberedLine>[] {
  const t = words[language]
  const records = (row: RosterLine, figure: number) => (
    <a href={to(urls.personHours, { personId: row.personId }, { season: season.id })}>{figure}</a>
  )
  const exempt = (row: RosterLine) =>
    row.exemptions.map((days) => t.exemption(days.fromOn, days.untilOn, days.reason)).join(t.and)
  const done = (row: RosterLine) => {
    const is = isDone(row)
    return is === null ? t.nothingAsked : is ? t.isDone : t.notYet
  }
  return [
    { key: 'number', label: t.number, amount: true, cell: (row) => row.number },
    { key: 'name', label: t.name, names: true, cell: (row) => row.name },
    { key: 'gender', label: t.gender, cell: (row) => (row.gender ? t.genders[row.gender] : '') },
    {
      key: 'joined',
      label: t.joined,
      cell: (row) => <span class="number">{row.joinedPartyOn}</span>,
      value: (row) => row.joinedPartyOn && { day: row.joinedPartyOn },
    },
    { key: 'role', label: t.role, cell: (row) => t.roles[row.role] },
    {
      key: 'asked',
      label: t.asked,
      amount: true,
      cell: (row) => row.asked && records(row, row.asked.hours),
      value: (row) => row.asked?.hours ?? null,
    },
    ...strands.map(
      (strand): Column<NumberedLine> => ({
        key: strand.code,
        label: t.strand(nameIn(language, strand)),
        amount: true,
        cell: (row) => records(row, row.strands[strand.code]?.hours ?? 0),
        value: (row) => row.strands[strand.code]?.hours ?? 0,
      }),
    ),
    {
      key: 'total',
      label: t.total,
      amount: true,
      cell: (row) => records(row, row.hours),
      value: (row) => row.hours,
    },
    {
      key: 'done',
      label: t.done,
      cell: (row) => <span class="number">{done(row)}</span>,
      value: done,
    },
    { key: 'exempt', label: t.exempt, cell: exempt },
  ]
}

/** The lines of a roster, numbered. */
export function numbered(lines: readonly RosterLine[]): NumberedLine[] {
  return lines.map((line, at) => ({ ...line, number: at + 1 }))
}
