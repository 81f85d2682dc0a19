import { v7 } from 'uuid'

/** A new UUIDv7: ids sort by the time they were made, and PostgreSQL 15 needs none of its own. */
export function newId(): string {
  return v7()
}
