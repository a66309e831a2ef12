import { Cells } from './cells';

/** The keyboard of the entry grid; the page lists it under "Phím tắt". Keys that a typing program is still at work with are left to it. */
export class GridKeys {
  /**
   * @param grid The form.
   * @param before What a cell said when it was entered.
   * @param save Saves a cell at once; null for what waits.
   */
  constructor(private readonly grid: HTMLFormElement, private readonly restore: (key: string) => void, private readonly save: (key: string | null) => void) {
    grid.addEventListener('focusin', event => {
      const input = event.target as HTMLInputElement;
      if (input.classList.contains('entry-number')) input.select();
    });
    grid.addEventListener('keydown', event => this.onKey(event));
    document.addEventListener('keydown', event => this.onPageKey(event));
  }

  /** Enter or arrow down: same column, next row; with Shift, or arrow up: the row before. Left and right: the cell beside, while all of it is selected. */
  private onKey(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      this.details(input);
      return;
    }
    if (!input.classList?.contains('entry-number') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      this.restore(Cells.keyOf(input)!);
      input.select();
    } else if (event.key === 'F2') {
      input.setSelectionRange(input.value.length, input.value.length);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      if (event.shiftKey || input.selectionStart !== 0 || input.selectionEnd !== input.value.length) return;
      const all = this.numbers();
      const next = all[all.indexOf(input) + (event.key === 'ArrowLeft' ? -1 : 1)];
      if (!next) return;
      next.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') {
      this.step(input, event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1);
    } else {
      return;
    }
    event.preventDefault();
  }

  private step(input: HTMLInputElement, by: number): void {
    const lines = [...this.grid.querySelectorAll<HTMLElement>('.cluster')].filter(line => numbersIn(line).length > 0);
    const next = lines[lines.indexOf(input.closest<HTMLElement>('.cluster')!) + by];
    if (!next) return;
    const inputs = numbersIn(next);
    (inputs[input.name.startsWith('d.') ? 1 : 0] ?? inputs[0]).focus();
  }

  /** Opens the details of a cell, and goes back to its figure. */
  private details(from: HTMLElement): void {
    const row = from.closest('tr');
    const details = row?.querySelector<HTMLDetailsElement>('details[data-details]');
    if (!row || !details) return;
    if (details.contains(from)) {
      row.querySelector<HTMLElement>('.cell-main :is(input, select, textarea)')?.focus();
      return;
    }
    details.open = true;
    details.querySelector<HTMLElement>('select, textarea')?.focus();
  }

  /** F8 and Shift+F8: next and previous problem; Ctrl+S: save now; Ctrl+Home and Ctrl+End: first and last field. */
  private onPageKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'F8') {
      event.preventDefault();
      this.problem(event.shiftKey)?.focus();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      this.save(Cells.keyOf(document.activeElement));
    } else if (event.ctrlKey && (event.key === 'Home' || event.key === 'End') && this.grid.contains(document.activeElement)
      && !(document.activeElement instanceof HTMLTextAreaElement)) {
      event.preventDefault();
      this.numbers().at(event.key === 'Home' ? 0 : -1)?.focus();
    }
  }

  private problem(backwards: boolean): HTMLElement | undefined {
    const fields = [...this.grid.querySelectorAll<HTMLElement>('.entry-grid :is(input.entry-number, select, textarea)')];
    const problems = fields.filter(input => input.getAttribute('aria-invalid') === 'true' || (input.closest('.cell-main') && isMarked(input.closest('tr'))));
    const at = fields.indexOf(document.activeElement as HTMLElement);
    return backwards
      ? problems.findLast(input => fields.indexOf(input) < at) ?? problems.at(-1)
      : problems.find(input => fields.indexOf(input) > at) ?? problems[0];
  }

  private numbers(): HTMLInputElement[] {
    return numbersIn(this.grid);
  }
}

/** Returned, or asked about. */
function isMarked(row: Element | null): boolean {
  return row !== null && (row.classList.contains('returned') || row.querySelector('.cell-warning') !== null);
}

/** The inputs for numbers that are to be seen and typed into. */
function numbersIn(element: HTMLElement): HTMLInputElement[] {
  return [...element.querySelectorAll<HTMLInputElement>('.entry-number')].filter(input => !input.readOnly && input.offsetParent !== null);
}
