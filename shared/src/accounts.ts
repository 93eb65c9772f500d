import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant, Locale, Text, Version } from './fields.ts'
import { flag, page, pageQuery, SearchText } from './pagination.ts'
import { Role } from './permissions.ts'

/** Long enough that guessing is slow; no rule about kinds of characters (NIST SP 800-63B 3.1.1). */
export const Password = z.string().min(10).max(256)
export const Login = z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/)

/** A role in a unit from a day to a day, both inclusive. `branchId` null is the council. */
export const Post = z
  .object({
    id: Id,
    role: Role,
    branchId: Id.nullable(),
    primaryOrganisationId: Id.nullable(),
    from: Day,
    to: Day.nullable(),
    acting: z.boolean(),
  })
  .meta({ id: 'Post' })
export type Post = z.output<typeof Post>

export const Me = z
  .object({
    id: Id,
    login: z.string(),
    fullName: z.string(),
    locale: Locale,
    posts: z.array(Post),
    activePost: Post,
    permissions: z.array(z.string()),
  })
  .meta({ id: 'Me' })
export type Me = z.output<typeof Me>

export const SignedIn = z.object({ accessToken: z.string(), expiresIn: z.int(), user: Me }).meta({ id: 'SignedIn' })

export const login = defineRoute({
  method: 'POST',
  path: '/auth/login',
  access: 'public',
  summary: 'Sign in; the refresh token comes as a cookie',
  body: z.strictObject({
    login: z.string().max(200),
    password: z.string().max(1000),
    code: z.string().max(20).nullish(),
  }),
  response: SignedIn,
})
export const refresh = defineRoute({
  method: 'POST',
  path: '/auth/refresh',
  access: 'public',
  summary: 'A new access token for the refresh cookie, which rotates',
  response: SignedIn,
})
export const logout = defineRoute({
  method: 'POST',
  path: '/auth/logout',
  access: 'public',
  summary: 'End this session',
  status: 204,
  response: z.null(),
})
export const me = defineRoute({
  method: 'GET',
  path: '/auth/me',
  access: 'signed-in',
  summary: 'Who is signed in, in which post',
  response: Me,
})
export const changeMe = defineRoute({
  method: 'PATCH',
  path: '/auth/me',
  access: 'signed-in',
  summary: 'Change the interface language',
  body: z.strictObject({ locale: Locale }),
  response: Me,
})
export const act = defineRoute({
  method: 'POST',
  path: '/auth/act',
  access: 'signed-in',
  summary: 'Go on in another of one’s posts',
  body: z.strictObject({ postId: Id }),
  response: Me,
})
export const changePassword = defineRoute({
  method: 'POST',
  path: '/auth/password',
  access: 'signed-in',
  summary: 'Change the password; other sessions end',
  status: 204,
  body: z.strictObject({ currentPassword: z.string().max(1000), newPassword: Password }),
  response: z.null(),
})

export const Session = z
  .object({
    id: Id,
    current: z.boolean(),
    createdAt: Instant,
    lastUsedAt: Instant,
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
  })
  .meta({ id: 'Session' })
export const listSessions = defineRoute({
  method: 'GET',
  path: '/auth/sessions',
  access: 'signed-in',
  summary: 'One’s living sessions',
  query: z.strictObject({ ...pageQuery() }),
  response: page(Session),
})
export const getSession = defineRoute({
  method: 'GET',
  path: '/auth/sessions/:id',
  access: 'signed-in',
  summary: 'One of one’s living sessions',
  response: Session,
})
export const endSession = defineRoute({
  method: 'DELETE',
  path: '/auth/sessions/:id',
  access: 'signed-in',
  summary: 'End one session',
  status: 204,
  response: z.null(),
})
export const endOtherSessions = defineRoute({
  method: 'DELETE',
  path: '/auth/sessions',
  access: 'signed-in',
  summary: 'End every session but this one',
  status: 204,
  response: z.null(),
})

export const User = z
  .object({
    id: Id,
    fullName: z.string(),
    posts: z.array(Post),
    login: z.string().nullable(),
    locale: Locale.nullable(),
    active: z.boolean(),
    version: Version,
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'User', description: 'Login and locale are the administrator’s to see; null for colleagues.' })
export type User = z.output<typeof User>

const postDraft = {
  role: Role,
  branchId: Id.nullish(),
  primaryOrganisationId: Id.nullish(),
  from: Day,
  to: Day.nullish(),
  acting: z.boolean().optional(),
}
export const PostDraft = z.strictObject({ id: Id.optional(), ...postDraft })
export const UserDraft = z.strictObject({
  id: Id.optional(),
  login: Login,
  fullName: Text(200),
  password: Password,
  locale: Locale.optional(),
  posts: z.array(PostDraft).max(20).optional(),
})
export const UserChange = z
  .strictObject({ fullName: Text(200), login: Login, locale: Locale, active: z.boolean(), password: Password })
  .partial()

export const listUsers = defineRoute({
  method: 'GET',
  path: '/users',
  access: 'signed-in',
  summary: 'Colleagues of the active unit; all for the administrator',
  query: z.strictObject({ q: SearchText, active: flag, ...pageQuery(200) }),
  response: page(User),
})
export const getUser = defineRoute({
  method: 'GET',
  path: '/users/:id',
  access: 'users:write',
  summary: 'One account',
  response: User,
})
export const createUser = defineRoute({
  method: 'POST',
  path: '/users',
  access: 'users:write',
  summary: 'Open an account',
  status: 201,
  body: UserDraft,
  response: User,
})
export const changeUser = defineRoute({
  method: 'PATCH',
  path: '/users/:id',
  access: 'users:write',
  summary: 'Change an account; closing it ends its sessions',
  ifMatch: true,
  body: UserChange,
  response: User,
})
export const createPost = defineRoute({
  method: 'POST',
  path: '/users/:id/posts',
  access: 'users:write',
  summary: 'Give a post',
  status: 201,
  body: PostDraft,
  response: User,
})
export const changePost = defineRoute({
  method: 'PATCH',
  path: '/users/:id/posts',
  access: 'users:write',
  summary: 'Change one post’s dates, usually its end',
  ifMatch: true,
  body: z.strictObject({ id: Id, from: Day.optional(), to: Day.nullish(), acting: z.boolean().optional() }),
  response: User,
})
