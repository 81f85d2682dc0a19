import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { checkServer } from './check-server.ts'

let server: Server
afterEach(() => server.close())

/** Listens on a port that is free; returns the URL of a database there. */
async function listen(made: Server): Promise<string> {
  server = made
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `postgres://hearth:secret@127.0.0.1:${(server.address() as AddressInfo).port}/hearth`
}

function message(kind: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(kind), length, body])
}

/** A server of a version that nobody can install for a test any more: it answers every query with it. */
function serverOf(version: string): Server {
  const ready = message('Z', 'I')
  const column = Buffer.from('00000000000000000019ffffffffffff0000', 'hex')
  const length = Buffer.alloc(4)
  length.writeInt32BE(version.length)
  const answer = Buffer.concat([
    message('T', Buffer.from([0, 1]), 'number\0', column),
    message('D', Buffer.from([0, 1]), length, version),
    message('C', 'SELECT 1\0'),
    ready,
  ])
  return createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      socket.on('data', (asked) => {
        if (asked.toString('latin1').startsWith('Q')) socket.write(answer)
      })
    })
  })
}

test('a server of the oldest version is taken', async () => {
  await expect(checkServer(await listen(serverOf('150018')))).resolves.toBeUndefined()
})

test('a server older than that is refused', async () => {
  await expect(checkServer(await listen(serverOf('140012')))).rejects.toThrow(
    expect.objectContaining({
      name: 'StartError',
      message: expect.stringContaining(
        'The server of DATABASE_URL is PostgreSQL 14; version 15 or newer is needed.',
      ),
    }),
  )
})

test('a server that is not there is named without its password', async () => {
  const url = await listen(createServer())
  server.close()
  await once(server, 'close')
  const { host } = new URL(url)
  const refused = checkServer(url)
  await expect(refused).rejects.toThrow(
    expect.objectContaining({
      name: 'StartError',
      message: expect.stringContaining(
        `The database of DATABASE_URL, postgres://${host}/hearth, cannot be reached: connect ECONNREFUSED ${host}`,
      ),
    }),
  )
  await expect(refused).rejects.not.toThrow(/secret/)
})

test('a server that never answers is given up', async () => {
  const url = await listen(createServer(() => {}))
  await expect(checkServer(url)).rejects.toThrow(/cannot be reached: timeout expired$/)
})
