import type { Hono } from 'hono'
import { sql } from 'kysely'
import { type Database, statementsSent } from '../database/connection.ts'

/** GET /health: 200 while requests can be answered, 503 with what is wrong while they can't. */
export function addHealth(app: Hono, database: Database, version: string): void {
  app.get('/health', async (c) => {
    try {
      const { rows } = await sql<{
        version: string
      }>`select current_setting('server_version') as version`.execute(database.kysely)
      return c.json({ status: 'ok', version, database: rows[0]!.version })
    } catch (error) {
      return c.json(
        {
          status: 'unavailable',
          version,
          database: error instanceof Error ? error.message : 'unreachable',
        },
        503,
      )
    }
  })
  app.get('/metrics', (c) => {
    const memory = process.memoryUsage()
    const lines = [
      metric('hearth_uptime_seconds', 'gauge', 'How long the program has run.', process.uptime()),
      metric('hearth_resident_memory_bytes', 'gauge', 'Memory of the program.', memory.rss),
      metric(
        'hearth_statements_total',
        'counter',
        'Statements sent to the database.',
        statementsSent(),
      ),
      metric('hearth_heap_used_bytes', 'gauge', 'Memory in use by its objects.', memory.heapUsed),
    ]
    return c.text(lines.join(''), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    })
  })
}

function metric(name: string, type: string, help: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`
}
