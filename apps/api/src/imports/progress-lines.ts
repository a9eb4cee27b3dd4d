import { EventEmitter, once } from 'node:events';

/** Lines of JSON for one reader. Of progress only the newest is kept: a slow reader skips, never piles up. */
export class ProgressLines implements AsyncIterable<string> {
  readonly #changed = new EventEmitter();
  #newest: string | null = null;
  #last: string | null = null;

  progress(done: number, of: number): void {
    this.#newest = `${JSON.stringify({ done, of })}\n`;
    this.#changed.emit('line');
  }

  /** The last line; nothing follows it. */
  end(line: object): void {
    this.#last = `${JSON.stringify(line)}\n`;
    this.#changed.emit('line');
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      if (this.#newest !== null) {
        const line = this.#newest;
        this.#newest = null;
        yield line;
      } else if (this.#last !== null) {
        yield this.#last;
        return;
      } else {
        await once(this.#changed, 'line');
      }
    }
  }
}
