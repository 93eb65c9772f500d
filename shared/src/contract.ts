import type { z } from 'zod'
import type { Permission } from './permissions.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** What one endpoint is: server, web client, tests and OpenAPI are all made from this one object. */
export interface Route {
  readonly method: Method
  /** Below `/api/v1`. */
  readonly path: `/${string}`
  readonly access: Permission | 'public' | 'signed-in'
  /** One line for the OpenAPI document. */
  readonly summary: string
  /** The answer's status; 200 where absent. A repeated creation answers 200 whatever stands here. */
  readonly status?: 201 | 204
  /** The action changes a record, so the caller names the version that it has seen. */
  readonly ifMatch?: true
  /** Bytes; 256 KiB where absent. */
  readonly bodyLimit?: number
  /** The body is `multipart/form-data` with files, read as a stream by the handler. */
  readonly multipart?: true
  /** The answer is a file's bytes. */
  readonly download?: true
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly response: z.ZodType
}

export function defineRoute<const R extends Route>(route: R): R {
  return route
}

type ParamNames<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParamNames<Tail>
    : Rest
  : never
export type RouteParams<R extends Route> = Record<ParamNames<R['path']>, string>

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined
type Given<K extends string, V> = [V] extends [undefined] ? { [P in K]?: never } : { [P in K]: V }

/** What a handler receives, after validation. */
export type RouteInput<R extends Route> = { params: RouteParams<R>; query: Parsed<R['query']>; body: Parsed<R['body']> }
/** What a caller passes. Keys that the route does not have may not be given; a version is honoured where it is not required. */
export type RouteArgs<R extends Route> = Given<
  'params',
  ParamNames<R['path']> extends never ? undefined : RouteParams<R>
> &
  (R['query'] extends z.ZodType ? { query?: Sent<R['query']> } : { query?: never }) &
  Given<'body', Sent<R['body']>> &
  (R['ifMatch'] extends true
    ? { version: number }
    : R['method'] extends 'GET'
      ? { version?: never }
      : { version?: number })
export type RouteOutput<R extends Route> = z.output<R['response']>
export type RouteReply<R extends Route> = z.input<R['response']>

/** `/appeals/:appealId` + `{ appealId }` → `/appeals/42` */
export function fillPath(path: string, params: Record<string, unknown> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
}
