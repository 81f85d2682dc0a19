import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { ChooseColumns, chooseColumns } from './choose-columns.ts'
import { ImportPeople, importPeople } from './import-people.ts'
import { KeepPeopleFile, keepPeopleFile } from './keep-people-file.ts'

const mostLetters = 2_000_000
const List = KeepPeopleFile.omit({ bytes: true }).extend({ file: z.base64().max(mostLetters) })

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/people/lists',
    summary: 'Send a list of people, XLSX or CSV in base64, to look through; nobody is entered yet',
    input: List,
    output: z.object({ importId: z.uuid() }),
    run: (ctx, { input }) =>
      keepPeopleFile(ctx, { bytes: Buffer.from(input.file, 'base64'), fileName: input.fileName }),
  }),
  commandEndpoint({
    path: '/people/lists/columns',
    summary: 'Say what the columns of a list are',
    input: ChooseColumns,
    output: z.object({}),
    async run(ctx, { input }) {
      await chooseColumns(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/people/lists/enter',
    summary: 'Enter the people of a list, all or those without a fault',
    input: ImportPeople,
    output: z.object({ added: z.int(), known: z.int(), faulty: z.int() }),
    run: (ctx, { input }) => importPeople(ctx, input),
  }),
]
