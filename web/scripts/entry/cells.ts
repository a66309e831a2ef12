import { readNumber, show } from './numbers';

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A cell as the API answers it. */
export interface ApiCell {
  indicatorCode: string; disaggregation: string; state: string; version: number; value: unknown;
  numerator: number | null; denominator: number | null; comment: string | null; changedAt: string | null;
  consolidation?: { way: 'consolidated' | 'addition' | 'override' | null };
}

/** What the fields of a cell hold, by the letter of the field. */
export type Typed = Record<string, string>;

/** A cell ready to be sent, or why it is not. */
export type Read = { cell: object | null; problem: string | null };

const parts = ['v', 'n', 'd', 's', 'c', 'o', 'q'];

/** The fields of the grid by cell. A cell is named by its indicator's code, of a part of a figure with the part's key. */
export class Cells {
  constructor(private readonly grid: HTMLFormElement) {}

  /** The cell that a field belongs to. */
  static keyOf(target: EventTarget | null): string | null {
    const name = (target as HTMLInputElement | null)?.name ?? '';
    return /^[vndscoq]\./.test(name) ? name.slice(2) : null;
  }

  /** The cell that an answer is about. */
  static keyOfAnswer(cell: ApiCell): string {
    return cell.disaggregation ? `${cell.indicatorCode}|${cell.disaggregation}` : cell.indicatorCode;
  }

  /** The id of a cell's first input. */
  static idOf(key: string): string {
    return `c-${key.replace(/[|=]/g, '-')}`;
  }

  has(key: string): boolean {
    return this.field('r', key) !== null;
  }

  version(key: string): number {
    return Number(this.field('r', key)?.value ?? 0);
  }

  setVersion(key: string, version: number): void {
    const field = this.field('r', key);
    if (field) field.value = String(version);
  }

  typed(key: string): Typed {
    const typed: Typed = {};
    for (const part of parts) {
      const field = this.field(part, key);
      if (field && !(field as HTMLInputElement).readOnly) typed[part] = field.value;
    }
    return typed;
  }

  put(key: string, typed: Typed): void {
    for (const [part, value] of Object.entries(typed)) {
      const field = this.field(part, key);
      if (field && !(field as HTMLInputElement).readOnly) field.value = value;
    }
  }

  /** What the fields would hold of a cell as the API answers it. */
  typedOf(key: string, cell: ApiCell): Typed {
    const typed: Typed = { s: ['not_applicable', 'not_available'].includes(cell.state) ? cell.state : '', c: cell.comment ?? '' };
    const number = (value: number | null) => (value === null ? '' : show(value));
    if (this.field('n', key)) return { ...typed, n: number(cell.numerator), d: number(cell.denominator) };
    const field = this.field('v', key);
    if (field instanceof HTMLSelectElement) return { ...typed, v: choiceOf(field, cell.value) };
    return { ...typed, v: typeof cell.value === 'number' ? show(cell.value) : String(cell.value ?? '') };
  }

  /** How a value reads for people. */
  words(key: string, typed: Typed): string {
    const state = this.field('s', key);
    if (typed.s && state instanceof HTMLSelectElement) return [...state.options].find(option => option.value === typed.s)?.text ?? typed.s;
    const field = this.field('v', key);
    const value = typed.n === undefined
      ? field instanceof HTMLSelectElement ? [...field.options].find(option => option.value === typed.v)?.text ?? '' : typed.v ?? ''
      : typed.n || typed.d ? `${typed.n} / ${typed.d}` : '';
    return (typed.v === '' || value === '' ? '-' : value) + (typed.c ? ` «${typed.c}»` : '');
  }

  /** The cell as the API takes it. */
  read(key: string): Read {
    const [indicatorCode, disaggregation] = key.split('|');
    const cell = { indicatorCode, disaggregation, version: this.version(key), comment: this.field('c', key)?.value.trim() || undefined };
    const done = (rest: object): Read => ({ cell: { ...cell, ...rest }, problem: null });
    const state = this.field('s', key)?.value;
    if (state) return done({ state });
    const own = this.readOwn(key, done);
    if (own) return own;
    const [above, below] = [this.field('n', key) as HTMLInputElement | null, this.field('d', key) as HTMLInputElement | null];
    if (above && below) return this.readPair(above, below, done);
    const input = this.field('v', key);
    if (!input) return { cell: null, problem: null };
    if (!input.value.trim()) return done({ state: 'not_reported' });
    if (input instanceof HTMLTextAreaElement) return done({ value: input.value });
    if (input instanceof HTMLSelectElement) return done({ value: Number(input.value) });
    const number = readNumber(input.value);
    return number.value === null ? { cell: null, problem: number.problem } : done({ value: number.value });
  }

  /** A whole that is typed stands for itself: what was to be put on top of the consolidated figure is in it. */
  forgetOwn(key: string): void {
    for (const field of this.own(key)) field.value = field.dataset.saved = '';
  }

  /** What is on top of the consolidated figure is saved as it stands. */
  keepOwn(key: string): void {
    for (const field of this.own(key)) field.dataset.saved = field.value;
  }

  private own(key: string): HTMLInputElement[] {
    return ['o', 'q'].map(part => this.field(part, key) as HTMLInputElement | null).filter(field => field !== null);
  }

  /** What the unit puts on top of what the units below gave, where that was changed; emptied, the consolidated figure stands. */
  private readOwn(key: string, done: (rest: object) => Read): Read | null {
    const fields = this.own(key);
    if (fields.every(field => field.value.trim() === field.dataset.saved)) return null;
    if (fields.every(field => !field.value.trim())) return done({ way: 'consolidated' });
    const [above, below] = fields.map(field => readNumber(field.value.trim() || '0'));
    if (above.value === null) return { cell: null, problem: above.problem };
    if (!below) return done({ way: 'addition', value: above.value });
    return below.value === null ? { cell: null, problem: below.problem } : done({ way: 'addition', numerator: above.value, denominator: below.value });
  }

  private readPair(above: HTMLInputElement, below: HTMLInputElement, done: (rest: object) => Read): Read {
    const given = [above, below].filter(input => !input.readOnly);
    if (given.every(input => !input.value.trim())) return done({ state: 'not_reported' });
    // Half a pair is still being typed.
    if (given.some(input => !input.value.trim())) return { cell: null, problem: null };
    const [numerator, denominator] = [readNumber(above.value), readNumber(below.value)];
    if (numerator.value === null) return { cell: null, problem: numerator.problem };
    return denominator.value === null ? { cell: null, problem: denominator.problem } : done({ numerator: numerator.value, denominator: denominator.value });
  }

  private field(part: string, key: string): Input | null {
    return this.grid.elements.namedItem(`${part}.${key}`) as Input | null;
  }
}

/** Yes and no, a level and a rating come as words, the list has their numbers. */
function choiceOf(list: HTMLSelectElement, value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = String(value ?? '');
  return [...list.options].find(option => option.value === text || option.dataset.code === text)?.value ?? '';
}
