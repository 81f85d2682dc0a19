import pg from 'pg'
import { StartError } from '../start-error.ts'

const oldest = 15

/** Connects once to the server of DATABASE_URL; one that can't be reached or is too old is refused. */
export async function checkServer(url: string): Promise<void> {
  const version = await serverVersion(url)
  if (version >= oldest) return
  throw new StartError(
    `DATABASE_URL 指定的服务器是 PostgreSQL ${version}，需要 ${oldest} 或更新的版本。 / The server of DATABASE_URL is PostgreSQL ${version}; version ${oldest} or newer is needed.`,
  )
}

async function serverVersion(url: string): Promise<number> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
    await client.connect()
    const { rows } = await client.query<{ number: string }>(
      `select current_setting('server_version_num') as number`,
    )
    await client.end()
    return Math.floor(Number(rows[0]!.number) / 10_000)
  } catch (cause) {
    // Where a name has several addresses, the error of all of them has no message of its own.
    const { message, code } = cause as NodeJS.ErrnoException
    const why = message || code
    const where = withoutPassword(url)
    throw new StartError(
      `连接不上 DATABASE_URL 指定的数据库 ${where}：${why} / The database of DATABASE_URL, ${where}, cannot be reached: ${why}`,
      { cause },
    )
  }
}

function withoutPassword(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}
