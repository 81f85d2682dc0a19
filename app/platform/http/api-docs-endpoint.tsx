import { Badge } from '#app/ui/lists.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable } from '#app/ui/tables.tsx'
import { words } from './api.words.ts'
import { answerSchemaOf, callOf, operationIdOf, parametersOf, templateOf } from './api-document.ts'
import { exampleOf, type Field, fieldsOf, jsonSchemaOf, typeOf } from './api-schema.ts'
import type { Endpoint } from './endpoint.ts'

type EndpointPartProps = { endpoint: Endpoint; summary: string; origin: string }

/** One endpoint: what it is for, what to send, what comes back, and a line to try it with. */
export function EndpointPart({ endpoint, summary, origin }: EndpointPartProps) {
  const t = useWords(words)
  return (
    <article id={operationIdOf(endpoint)}>
      <h3>
        <code>{callOf(endpoint)}</code>
      </h3>
      <p>
        {summary} {endpoint.open && <Badge tone="good">{t.open}</Badge>}{' '}
        {endpoint.paged && <Badge>{t.list}</Badge>}
      </p>
      <details class="behind">
        <summary>{t.use}</summary>
        <Example lines={exampleLines(endpoint, origin)} />
        <Asked endpoint={endpoint} />
        <Answered endpoint={endpoint} />
      </details>
    </article>
  )
}

type Asking = Field & { place: 'path' | 'query' | 'header' | 'body' }

function Asked({ endpoint }: { endpoint: Endpoint }) {
  const t = useWords(words)
  const rows: Asking[] = [
    ...parametersOf(endpoint).map(({ name, in: place, required, schema }) => ({
      name,
      place,
      required,
      type: typeOf(schema),
    })),
    ...(endpoint.input ? fieldsOf(jsonSchemaOf(endpoint.input, 'input')) : []).map((field) => ({
      ...field,
      place: 'body' as const,
    })),
  ]
  const columns: Column<Asking>[] = [
    { key: 'name', label: t.name, cell: (row) => <code>{row.name}</code>, names: true },
    { key: 'place', label: t.place, cell: (row) => t.places[row.place] },
    { key: 'type', label: t.type, cell: (row) => <code>{row.type}</code> },
    { key: 'needed', label: t.needed, cell: (row) => row.required && t.yes },
  ]
  return (
    <DataTable caption={t.asked} columns={columns} rows={rows} empty={<p>{t.nothingAsked}</p>} />
  )
}

function Answered({ endpoint }: { endpoint: Endpoint }) {
  const t = useWords(words)
  const columns: Column<Field>[] = [
    { key: 'name', label: t.name, cell: (row) => <code>{row.name}</code>, names: true },
    { key: 'type', label: t.type, cell: (row) => <code>{row.type}</code> },
  ]
  const rows = fieldsOf(answerSchemaOf(endpoint))
  return (
    <DataTable
      caption={t.answered}
      columns={columns}
      rows={rows}
      empty={<p>{t.nothingAnswered}</p>}
    />
  )
}

/** A command to copy; it breaks where a line is too long for the page. */
function Example({ lines }: { lines: readonly string[] }) {
  return (
    <p>
      <code>
        {lines.map((line, at) => (
          <>
            {at > 0 && <br />}
            {line}
          </>
        ))}
      </code>
    </p>
  )
}

function exampleLines(endpoint: Endpoint, origin: string): string[] {
  const address = `/api${templateOf(endpoint)}`.replace(
    /\{\w+\}/g,
    '01990000-0000-7000-8000-000000000001',
  )
  const body = endpoint.input && exampleOf(jsonSchemaOf(endpoint.input, 'input'))
  const lines = [`curl '${origin}${address}'`]
  if (!endpoint.open) lines.push("-H 'Authorization: Bearer 320613019.…'")
  if (body !== null)
    lines.push(
      "-H 'Content-Type: application/json'",
      "-H 'Idempotency-Key: 2022-01-20-1'",
      `-d '${JSON.stringify(body)}'`,
    )
  return lines.map(
    (line, at) => `${at > 0 ? '  ' : ''}${line}${at < lines.length - 1 ? ' \\' : ''}`,
  )
}
