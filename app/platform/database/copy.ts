import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type pg from 'pg'

// pg speaks COPY on the wire, but offers no query that does; these are the two it lacks.

type Wire = {
  stream: Readable & Writable
  query(statement: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/** Runs `copy … to stdout`, writes what comes to the sink, and says how many rows came. */
export function copyOut(client: pg.Client, statement: string, sink: Writable): Promise<number> {
  return run(client, statement, {
    handleCopyData({ chunk }: { chunk: Buffer }, wire: Wire) {
      if (sink.write(chunk)) return
      wire.stream.pause()
      sink.once('drain', () => wire.stream.resume())
    },
  })
}

/** Runs `copy … from stdin` with what the source gives, and says how many rows went in. */
export function copyIn(client: pg.Client, statement: string, source: Readable): Promise<number> {
  return run(client, statement, {
    handleCopyInResponse: (wire: Wire) => void send(wire, source),
  })
}

async function send(wire: Wire, source: Readable): Promise<void> {
  try {
    for await (const chunk of source) {
      wire.sendCopyFromChunk(chunk)
      if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
    }
    wire.endCopyFrom()
  } catch (error) {
    wire.sendCopyFail(String(error))
  }
}

function run(client: pg.Client, statement: string, more: object): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    client.query({
      submit: (wire: Wire) => wire.query(statement),
      handleCommandComplete({ text }: { text: string }) {
        rows = Number(text.split(' ')[1])
      },
      handleError: reject,
      handleReadyForQuery: () => resolve(rows),
      ...more,
    } as unknown as pg.Submittable)
  })
}
