type Items = Record<string, unknown>;

/** A storage area as the browser has one: it holds copies, and answers later. */
class Area {
  readonly items = new Map<string, unknown>();
  /** How often something was written. */
  writes = 0;
  /** Why nothing can be written; null while it can. */
  broken: Error | null = null;

  async get(keys: string | readonly string[] | null): Promise<Items> {
    const wanted = keys === null ? [...this.items.keys()] : [keys].flat();
    const found = wanted.filter((key) => this.items.has(key));
    return Object.fromEntries(found.map((key) => [key, structuredClone(this.items.get(key))]));
  }

  async getBytesInUse(): Promise<number> {
    return JSON.stringify([...this.items]).length;
  }

  async set(items: Items): Promise<void> {
    if (this.broken) throw this.broken;
    this.writes++;
    for (const [key, value] of Object.entries(items)) this.items.set(key, structuredClone(value));
  }

  async remove(keys: string | readonly string[]): Promise<void> {
    for (const key of [keys].flat()) this.items.delete(key);
  }

  clear(): void {
    this.items.clear();
    this.writes = 0;
    this.broken = null;
  }
}

/** The storage of a browser, for what the background keeps. */
export const storage = { session: new Area(), local: new Area() };
