import type { FieldErrorCode } from '@qorgan/shared/errors'

/** Codes of single fields: ours, and zod's own. */
export type AnyFieldCode =
  | FieldErrorCode
  | 'invalid_type'
  | 'invalid_value'
  | 'invalid_format'
  | 'too_small'
  | 'too_big'
  | 'not_multiple_of'
  | 'unrecognized_keys'
  | 'invalid_union'
  | 'invalid_key'
  | 'invalid_element'
  | 'custom'
