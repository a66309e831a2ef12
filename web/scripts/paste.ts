import { ask, choose } from './dialog-box';
import { isForeign, translate } from './entry/numbers';
import { announce, t } from './page';

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a paste did to the grid. */
interface Pasted { cells: { input: Input; before: string }[]; skipped: number; surplus: number }

/**
 * Pastes a block from a spreadsheet into a grid of inputs: right and down from the cell with the focus. Rows and columns that take no
 * input here are skipped and counted, surplus rows are reported, and one press or Ctrl+Z takes the paste back. Numbers written as the other
 * language does, and cells that say "-", are asked about once.
 */
export class BlockPaste {
  private last: Pasted | null = null;

  /**
   * @param grid The form around the grid.
   * @param changed Told each input whose value the paste, or its undoing, changed.
   */
  constructor(private readonly grid: HTMLFormElement, private readonly changed: (input: Input) => void) {
    grid.addEventListener('paste', event => this.onPaste(event));
    grid.addEventListener('keydown', event => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && this.last) {
        event.preventDefault();
        this.undo();
      }
    });
    // Once something is typed by hand, Ctrl+Z belongs to the field again; the button stays.
    grid.addEventListener('input', event => { if (event.isTrusted) this.last = null; });
  }

  private onPaste(event: ClipboardEvent): void {
    const from = event.target as HTMLInputElement;
    const block = rowsOf(event.clipboardData?.getData('text/plain') ?? '');
    if (!from.classList?.contains('entry-number') || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    void this.paste(from, block);
  }

  private async paste(from: HTMLInputElement, block: string[][]): Promise<void> {
    const numbers = await readAsMeant(block);
    const dash = block.some(row => row.includes('-')) ? await meaningOfDash() : '';
    if (dash === null) return;
    from.focus();
    const pasted = this.fill(from, numbers, dash);
    this.last = pasted;
    pasted.cells.forEach(cell => this.changed(cell.input));
    this.tell(pasted);
  }

  private fill(from: HTMLInputElement, block: string[][], dash: string): Pasted {
    // Among the parts of a figure the block goes down the parts, else down the indicators.
    const parts = from.closest('[data-parts]');
    const rows = parts
      ? [...parts.querySelectorAll<HTMLElement>('.part')]
      : [...this.grid.querySelectorAll<HTMLElement>('table.entry-grid tbody tr:not(.cell-message)')];
    const first = rows.indexOf(from.closest<HTMLElement>(parts ? '.part' : 'tr')!);
    const column = from.name.startsWith('d.') ? 1 : 0;
    const pasted: Pasted = { cells: [], skipped: 0, surplus: Math.max(0, block.length - (rows.length - first)) };
    block.slice(0, rows.length - first).forEach((values, down) => {
      const inputs = fieldsOf(rows[first + down]);
      values.forEach((value, right) => {
        const input = inputs[column + right];
        if (input && (value === '-' ? putDash(this.grid, input, dash) : put(input, value))) pasted.cells.push({ input, before: input.dataset.pasted ?? '' });
        else if (value) pasted.skipped++;
      });
    });
    return pasted;
  }

  private undo(): void {
    const last = this.last;
    if (!last) return;
    this.last = null;
    last.cells.forEach(cell => {
      cell.input.value = cell.before;
      this.changed(cell.input);
    });
    this.show(t(`Đã hoàn tác ${last.cells.length} ô vừa dán.`, `${last.cells.length} pasted cells were put back.`), null);
  }

  private tell(pasted: Pasted): void {
    const unread = pasted.cells.filter(cell => cell.input.getAttribute('aria-invalid') === 'true').length;
    const parts = [t(`Đã dán ${pasted.cells.length} ô`, `${pasted.cells.length} cells pasted`)];
    if (unread) parts.push(t(`${unread} ô cần xem`, `${unread} to look at`));
    if (pasted.skipped) parts.push(t(`bỏ qua ${pasted.skipped} ô không nhập được`, `${pasted.skipped} that take no input were skipped`));
    if (pasted.surplus) parts.push(t(`thừa ${pasted.surplus} dòng`, `${pasted.surplus} rows too many`));
    this.show(`${parts.join(', ')}.`, pasted);
  }

  private show(text: string, undoable: Pasted | null): void {
    const bar = document.getElementById('paste-bar') ?? document.createElement('div');
    bar.id = 'paste-bar';
    bar.className = 'notice notice-info';
    const words = document.createElement('p');
    words.className = 'notice-body mb-0';
    words.textContent = text;
    bar.replaceChildren(words);
    if (undoable) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-quiet';
      button.textContent = t('Hoàn tác', 'Undo');
      button.addEventListener('click', () => {
        this.last = undoable;
        this.undo();
        undoable.cells[0]?.input.focus();
      });
      bar.append(button);
    }
    // Beside the table that was pasted into, within sight: the cell with the focus may be far below the page's head.
    (document.activeElement?.closest('table') ?? this.grid.firstElementChild)?.before(bar);
    bar.scrollIntoView({ block: 'nearest' });
    announce(text);
  }
}

/** The block as spreadsheets put it on the clipboard: tabs between cells, line ends between rows. */
function rowsOf(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map(line => line.split('\t').map(cell => cell.trim().replace(/^(₫|đ|VND)\s*|\s*(₫|đ|VND|%)$/gi, '')));
}

/** The inputs of a row that take a value: the value, or numerator and denominator; a list counts as one. */
function fieldsOf(row: HTMLElement): Input[] {
  const line = row.querySelector('.cell-main') ?? row.querySelector('.cluster');
  return line ? [...line.querySelectorAll<Input>('input.entry-number, select, textarea')].filter(input => !(input as HTMLInputElement).readOnly) : [];
}

/** The block in the numbers of the page, after asking once where it looks like the other language's. */
async function readAsMeant(block: string[][]): Promise<string[][]> {
  const example = block.flat().find(isForeign);
  if (example === undefined) return block;
  const isMeant = await ask(
    t(`Số trong khối viết kiểu 1,234.5, ví dụ ${example}. Đọc là ${translate(example)}?`, `The block writes numbers like 1.234,5, such as ${example}. Read it as ${translate(example)}?`),
    t('Đọc như vậy', 'Read it so'));
  return isMeant ? block.map(row => row.map(translate)) : block;
}

/** What a dash stands for: an answer, zero, or nothing; null where the paste was given up. */
function meaningOfDash(): Promise<string | null> {
  return choose(t('Dấu “-” trong khối nghĩa là gì?', 'What does "-" in the block mean?'), '', [
    ['not_applicable', t('Không áp dụng', 'Not applicable')],
    ['not_available', t('Không có số liệu', 'Not available')],
    ['0', t('Bằng 0', 'Zero')],
    ['', t('Bỏ trống', 'Leave it empty')],
  ]);
}

/** Puts the meaning of a dash into a cell: a part has no other answer, there it stays empty. */
function putDash(grid: HTMLFormElement, input: Input, dash: string): boolean {
  const state = grid.elements.namedItem(`s.${input.name.slice(2)}`) as HTMLSelectElement | null;
  const isAnswer = dash.startsWith('not_');
  if (isAnswer && state) state.value = dash;
  return put(input, isAnswer ? '' : dash);
}

/** Puts a value into an input; false where a list does not have it. */
function put(input: Input, value: string): boolean {
  if (input instanceof HTMLSelectElement) {
    if (value === '') return false;
    const option = [...input.options].find(one => one.text.trim().toLowerCase() === value.toLowerCase() && one.value);
    if (!option) return false;
    input.dataset.pasted = input.value;
    input.value = option.value;
    return true;
  }
  input.dataset.pasted = input.value;
  input.value = value;
  return true;
}
