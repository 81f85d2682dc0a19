import { PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { type Column, DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import type { InLanguages } from '../language.ts'
import { words } from './api.words.ts'
import { EndpointPart } from './api-docs-endpoint.tsx'
import { callOf, operationIdOf } from './api-document.ts'
import { apiStatusOf, failureKinds } from './api-problem.ts'
import { type ApiPart, type Endpoint, lineName } from './endpoint.ts'
import { page } from './page.ts'

/** What the modules call their part of the API, and each endpoint's summary by 'POST /orders'. */
export type PartWords = InLanguages<{
  parts: Record<string, string>
  summaries: Record<string, string>
}>

/** The page that describes the API to people. */
export function docsPage(parts: readonly ApiPart[], partWords: PartWords) {
  return page({
    open: true,
    load: async (_, { origin }) => origin,
    title: (_, language) => words[language].title,
    view: ({ data }) => <Docs parts={parts} partWords={partWords} origin={data} />,
  })
}

type DocsProps = { parts: readonly ApiPart[]; partWords: PartWords; origin: string }

function Docs({ parts, partWords, origin }: DocsProps) {
  const t = useWords(words)
  const names = useWords(partWords)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Section title={t.start}>
        <Prose>
          <p>
            <a href={to(urls.account)}>{t.makeToken}</a>
          </p>
          {t.steps.map((step) => (
            <p>{step}</p>
          ))}
          <p>
            <a href="/api/openapi.json">{t.document}</a>
          </p>
        </Prose>
      </Section>
      <Section title={t.contents}>
        <Contents parts={parts} partWords={partWords} />
      </Section>
      {parts.map(({ name, endpoints }) => (
        <Section title={names.parts[name] ?? name} id={name}>
          {endpoints.map((endpoint) => (
            <EndpointPart
              endpoint={endpoint}
              summary={names.summaries[lineName(endpoint)] ?? endpoint.summary}
              origin={origin}
            />
          ))}
        </Section>
      ))}
      <Problems />
    </>
  )
}

/** Each endpoint with what it is for, as a link to the part that tells all about it. */
function Contents({ parts, partWords }: Omit<DocsProps, 'origin'>) {
  const t = useWords(words)
  const names = useWords(partWords)
  const columns: Column<Endpoint>[] = [
    {
      key: 'name',
      label: t.name,
      cell: (endpoint) => <a href={`#${operationIdOf(endpoint)}`}>{callOf(endpoint)}</a>,
      names: true,
    },
    {
      key: 'meaning',
      label: t.meaning,
      cell: (endpoint) => names.summaries[lineName(endpoint)] ?? endpoint.summary,
    },
  ]
  return (
    <>
      {parts.map(({ name, endpoints }) => (
        <DataTable caption={names.parts[name] ?? name} columns={columns} rows={endpoints} />
      ))}
    </>
  )
}

type Kind = (typeof failureKinds)[number]

function Problems() {
  const t = useWords(words)
  const columns: Column<Kind>[] = [
    { key: 'status', label: t.status, cell: (kind) => statusOfKind(kind), names: true },
    {
      key: 'kind',
      label: t.kind,
      cell: (kind) => <code id={kind}>{kind === 'refused' ? t.ofRefusal : kind}</code>,
    },
    { key: 'meaning', label: t.meaning, cell: (kind) => t.kinds[kind].join(' – ') },
  ]
  return (
    <Section title={t.problems} id="problems">
      <DataTable caption={t.problemsLead} columns={columns} rows={failureKinds} />
    </Section>
  )
}

function statusOfKind(kind: Kind): number {
  return apiStatusOf(
    kind === 'invalid'
      ? { kind, issues: {} }
      : kind === 'refused'
        ? { kind, reason: '', details: {} }
        : { kind },
  )
}
