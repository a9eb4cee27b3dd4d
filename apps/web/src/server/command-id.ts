/**
 * Names a command once. The same words asked again while the first answer is unknown carry the same id, so
 * that a decision made twice over a broken line is still one decision; after a definite answer a new one begins.
 */
export class CommandIds {
  readonly #make: () => string;
  #open: { readonly words: string; readonly id: string } | null = null;

  constructor(make: () => string = () => crypto.randomUUID()) {
    this.#make = make;
  }

  idFor(command: unknown): string {
    const words = JSON.stringify(command);
    if (this.#open?.words !== words) this.#open = { words, id: this.#make() };
    return this.#open.id;
  }

  answered(): void {
    this.#open = null;
  }
}
