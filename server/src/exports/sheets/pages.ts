/** Bytes of one portion of a file. */
const PAGE = 65_536

/**
 * Text as bytes, in portions of one size, written as it comes: a long text that is put together first lives long enough to fill the memory
 * that only a thorough collection frees.
 */
export class Pages {
  #page = Buffer.allocUnsafeSlow(PAGE)
  #length = 0
  readonly #full: Buffer[] = []

  add(text: string): void {
    // A character of UTF-16 takes three bytes at most.
    if (text.length * 3 > PAGE - this.#length) {
      this.#turn()
      if (text.length * 3 > PAGE) {
        this.#full.push(Buffer.from(text))
        return
      }
    }
    this.#length += this.#page.write(text, this.#length, 'utf8')
  }

  /** The portions that are full; with `rest`, everything. */
  *take(rest = false): Generator<Buffer> {
    if (rest) this.#turn()
    yield* this.#full.splice(0)
  }

  #turn(): void {
    if (this.#length === 0) return
    this.#full.push(this.#page.subarray(0, this.#length))
    this.#page = Buffer.allocUnsafeSlow(PAGE)
    this.#length = 0
  }
}
