import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { Problem } from '@qorgan/shared/errors'
import type { Route } from '@qorgan/shared/contract'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** The OpenAPI 3.1 document, made from the contract's routes, and its reference page, served by ourselves. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Qorgan',
        version: '1.0.0',
        description: 'Appeals of a trade union’s members, what they brought, and the figures.',
      },
      servers: [{ url: '/api/v1' }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    hideUntagged: true,
    transform: (input) => {
      const contract = input.route.config?.contract
      if (!contract) return { schema: { ...input.schema, hide: true }, url: input.url }
      return jsonSchemaTransform({ ...input, schema: describe(contract), url: input.url.replace(/^\/api\/v1/, '') })
    },
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    // Everything is served by ourselves, over whatever scheme the installation has.
    transformStaticCSP: (header) =>
      header.replace(' https://validator.swagger.io', '').replace(/upgrade-insecure-requests;?/, ''),
    uiConfig: { docExpansion: 'none' },
  })
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () => app.swagger())
}

const form = z.object({ file: z.array(z.file()) })
const bytes = { description: 'The bytes of the file', content: { 'application/octet-stream': { schema: z.file() } } }

function describe(route: Route): FastifySchema {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const problem = {
    description: 'An error of the list in the contract',
    content: { 'application/problem+json': { schema: Problem } },
  }
  const status = route.status ?? 200
  const success = status === 204 ? z.null().describe('Done') : route.download ? bytes : route.response
  return {
    summary: route.summary,
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [route.path.split('/')[1] ?? ''],
    ...(route.access !== 'public' && { security: [{ bearer: [] }] }),
    ...(names.length > 0 && { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
    ...(route.ifMatch && {
      headers: z.object({ 'if-match': z.string().meta({ description: 'The version seen, `"<version>"`.' }) }),
    }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    ...(route.multipart && { consumes: ['multipart/form-data'], body: form }),
    response: { [status]: success, ...(status === 201 && { 200: route.response }), '4xx': problem, '5xx': problem },
  }
}
