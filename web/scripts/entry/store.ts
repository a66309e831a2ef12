import type { Typed } from './cells';

/** Cells that the server has not acknowledged, kept on this device by person and draft. Signing out empties it. */
export class UnsavedCells {
  private static readonly prefix = 'lc-entry:';
  private readonly name: string;

  constructor(person: string, draft: string) {
    this.name = `${UnsavedCells.prefix}${person}:${draft}`;
  }

  /** Forgets what anybody typed on this device. */
  static forgetAll(): void {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(UnsavedCells.prefix)) localStorage.removeItem(name);
    }
  }

  all(): Record<string, { typed: Typed; version: number }> {
    try {
      return JSON.parse(localStorage.getItem(this.name) ?? '{}') as Record<string, { typed: Typed; version: number }>;
    } catch {
      return {};
    }
  }

  keep(key: string, typed: Typed, version: number): void {
    this.write({ ...this.all(), [key]: { typed, version } });
  }

  drop(key: string): void {
    const { [key]: _, ...rest } = this.all();
    this.write(rest);
  }

  private write(cells: object): void {
    try {
      if (Object.keys(cells).length === 0) localStorage.removeItem(this.name);
      else localStorage.setItem(this.name, JSON.stringify(cells));
    } catch {
      // Storage is full or switched off; the page still holds what was typed.
    }
  }
}
