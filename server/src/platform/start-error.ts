/** A reason why Qorgan can't start that a person at the terminal can act on: its message is printed alone, without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
