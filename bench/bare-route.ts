// A Fastify that does nothing but answer one value under a response schema: what the list is measured against. Its value comes by
// message from the process that started it.
import Fastify from 'fastify'

process.once('message', (value) => void serve(value))

async function serve(value: unknown): Promise<void> {
  const app = Fastify()
  app.get('/', { schema: { response: { 200: schemaOf([value]) } } }, async () => value)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  process.send?.(address)
}

interface Schema {
  type: string[]
  properties?: Record<string, Schema>
  items?: Schema
}

/** The JSON schema of values that stand in one place: as tight as one would write it by hand, so that the bare route is at its best. */
function schemaOf(values: readonly unknown[]): Schema {
  const present = values.filter((value) => value !== null && value !== undefined)
  const types = [
    ...new Set(present.map(typeOf)),
    ...(present.length < values.length || present.length === 0 ? ['null'] : []),
  ]
  const lists = present.filter((value): value is unknown[] => Array.isArray(value))
  const objects = present.filter((value): value is Record<string, unknown> => typeOf(value) === 'object')
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))]
  return {
    type: types,
    ...(lists.length > 0 && { items: schemaOf(lists.flat()) }),
    ...(objects.length > 0 && {
      properties: Object.fromEntries(keys.map((key) => [key, schemaOf(objects.map((object) => object[key]))])),
    }),
  }
}

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
