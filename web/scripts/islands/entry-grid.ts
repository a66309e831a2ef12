import { announce, t } from '../page';
import { BlockPaste } from '../paste';

/**
 * The entry grid: saves a cell when it is left, moves by keyboard, tells of rules and of a second editor. Without it the page is a form
 * that does the same on a press. What was typed stays in the page whatever happens.
 */
const form = document.querySelector<HTMLFormElement>('form[data-entry-grid]');
if (form) start(form);

interface Cell { indicatorCode: string; state: string; version: number; value: unknown; numerator: number | null; denominator: number | null }
interface Saved { saved: boolean; error: { code: string; message: string } | null; current: Cell }

function start(grid: HTMLFormElement): void {
  const english = document.documentElement.lang === 'en';
  const address = `/api/v1/submissions/${grid.dataset.entryGrid}/cells`;
  const waiting = new Set<string>();
  let sending = false;
  let retry = 5;

  const field = (part: string, code: string) =>
    grid.elements.namedItem(`${part}.${code}`) as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | null;
  const say = (text: string) => {
    const place = document.getElementById('grid-state');
    if (place) place.textContent = text;
  };

  grid.addEventListener('change', event => {
    const code = codeOf(event.target);
    if (code) queue(code);
  });
  grid.addEventListener('focusin', event => {
    const input = event.target as HTMLInputElement;
    if (input.classList.contains('entry-number')) {
      input.dataset.before = input.value;
      input.select();
    }
  });
  grid.addEventListener('keydown', onKey);
  document.addEventListener('keydown', onPageKey);
  new BlockPaste(grid, input => {
    const code = codeOf(input);
    if (!code) return;
    waiting.add(code);
    // What is no number is said at once, so that the paste can count it.
    read(code);
    void Promise.resolve().then(send);
  });
  addEventListener('online', () => void send());
  // What is on its way when the form is sent whole is sent with it.
  grid.addEventListener('submit', () => waiting.clear());

  function queue(code: string): void {
    waiting.add(code);
    void send();
  }

  async function send(): Promise<void> {
    if (sending || waiting.size === 0) return;
    const codes = [...waiting];
    const cells = codes.map(read).filter(cell => cell !== null);
    codes.forEach(code => waiting.delete(code));
    if (cells.length === 0) return;
    sending = true;
    say(t('Đang lưu…', 'Saving…'));
    try {
      const answer = await fetch(address, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'grid', 'Accept-Language': english ? 'en' : 'vi' },
        body: JSON.stringify({ cells }),
      });
      const body = await answer.json() as { cells?: Saved[]; title?: string };
      if (body.cells) body.cells.forEach(show);
      say(answer.ok
        ? t(`Đã lưu lúc ${time()}`, `Saved at ${time()}`)
        : body.cells ? t('Có ô cần xử lý', 'There are cells to resolve') : body.title ?? '');
      retry = 5;
    } catch {
      codes.forEach(code => waiting.add(code));
      say(t(`Mất kết nối. Còn ${waiting.size} ô chưa lưu, sẽ tự thử lại.`, `Connection lost. ${waiting.size} cells not saved yet; trying again.`));
      setTimeout(() => void send(), retry * 1000);
      retry = Math.min(60, retry * 2);
    } finally {
      sending = false;
    }
    if (waiting.size > 0 && navigator.onLine && retry === 5) void send();
  }

  /** The cell as the API takes it; null where what was typed is no number, which is said beside the field. */
  function read(code: string): object | null {
    const comment = field('c', code)?.value.trim() || undefined;
    const version = Number(field('r', code)?.value ?? 0);
    const state = field('s', code)?.value;
    const cell = { indicatorCode: code, version, comment };
    if (state) return { ...cell, state };
    const pair = [field('n', code), field('d', code)];
    if (pair[0] && pair[1]) {
      if (!pair[0].value.trim() && !pair[1].value.trim()) return { ...cell, state: 'not_reported' };
      // The first that cannot be read is told; reading on would take its message away.
      const numerator = number(code, pair[0].value);
      if (numerator === null || !pair[1].value.trim()) return null;
      const denominator = number(code, pair[1].value);
      return denominator === null ? null : { ...cell, numerator, denominator };
    }
    const input = field('v', code);
    if (!input) return null;
    if (!input.value.trim()) return { ...cell, state: 'not_reported' };
    if (input instanceof HTMLTextAreaElement) return { ...cell, value: input.value };
    const value = input instanceof HTMLSelectElement ? Number(input.value) : number(code, input.value);
    return value === null ? null : { ...cell, value };
  }

  /** The rules of the server's own reader: groups of three are thousands, any other dot is asked about. */
  function number(code: string, typed: string): number | null {
    const [group, point] = english ? [',', '.'] : ['.', ','];
    const text = typed.replace(/[\s%\u200b]/g, '').replace('\u2212', '-');
    const shape = new RegExp(`^-?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${point}\\d+)?$`);
    if (shape.test(text)) {
      problem(code, null);
      return Number(text.replaceAll(group, '').replace(point, '.'));
    }
    const other = text.replace(group, point);
    problem(code, shape.test(other)
      ? t(`Số thập phân dùng dấu phẩy. Có phải là ${other}?`, `Use a point for decimals. Did you mean ${other}?`)
      : t(`Không đọc được "${typed}" thành số.`, `"${typed}" cannot be read as a number.`));
    return null;
  }

  function show(saved: Saved): void {
    const code = saved.current.indicatorCode;
    const version = field('r', code);
    // Of a stale cell the version seen is now known: to save again is to decide for one's own value.
    if (version) version.value = String(saved.current.version);
    const stale = saved.error?.code === 'submissions.stale_cell';
    const theirs = saved.current.numerator !== null ? `${saved.current.numerator} / ${saved.current.denominator}` : String(saved.current.value ?? saved.current.state);
    problem(code, saved.error ? (stale ? `${saved.error.message} (${theirs})` : saved.error.message) : null);
    if (stale) announce(saved.error!.message);
  }

  function problem(code: string, text: string | null): void {
    const input = document.getElementById(`c-${code}`);
    const id = `c-${code}-error`;
    const old = document.getElementById(id);
    if (!input) return;
    if (!text) {
      old?.remove();
      input.removeAttribute('aria-invalid');
      return;
    }
    const message = old ?? document.createElement('p');
    message.id = id;
    message.className = 'field-error';
    message.textContent = text;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', id);
    if (!old) (input.closest('.cluster') ?? input).after(message);
  }

  /** Enter or arrow down: same column, next row; with Shift, or arrow up: the row before. Esc: back to what was there. */
  function onKey(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    if (event.isComposing || event.keyCode === 229 || !input.classList?.contains('entry-number')) return;
    if (event.key === 'Escape') {
      input.value = input.dataset.before ?? input.value;
      input.select();
      return;
    }
    if (event.key === 'F2') {
      event.preventDefault();
      input.setSelectionRange(input.value.length, input.value.length);
      return;
    }
    const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
    const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if (!down && !up) return;
    event.preventDefault();
    const column = input.name.startsWith('d.') ? 1 : 0;
    const rows = [...grid.querySelectorAll<HTMLElement>('tr')].filter(row => row.querySelector('.entry-number'));
    const at = rows.indexOf(input.closest('tr')!);
    const next = rows[at + (down ? 1 : -1)]?.querySelectorAll<HTMLInputElement>('.entry-number');
    (next?.[column] ?? next?.[0])?.focus();
  }

  /** F8 and Shift+F8: next and previous problem; Ctrl+S: save now; Ctrl+Home and Ctrl+End: first and last field. */
  function onPageKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    const within = grid.contains(document.activeElement);
    if (event.key === 'F8') {
      event.preventDefault();
      const fields = [...grid.querySelectorAll<HTMLElement>('.entry-grid :is(input.entry-number, select, textarea)')];
      const problems = fields.filter(input => input.getAttribute('aria-invalid') === 'true' || input.closest('tr')?.classList.contains('returned'));
      const at = fields.indexOf(document.activeElement as HTMLElement);
      const next = event.shiftKey
        ? problems.findLast(input => fields.indexOf(input) < at) ?? problems.at(-1)
        : problems.find(input => fields.indexOf(input) > at) ?? problems[0];
      next?.focus();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      const code = codeOf(document.activeElement);
      if (code) waiting.add(code);
      void send();
    } else if (within && event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
      const numbers = [...grid.querySelectorAll<HTMLInputElement>('.entry-number')];
      if (!(document.activeElement instanceof HTMLTextAreaElement)) {
        event.preventDefault();
        numbers.at(event.key === 'Home' ? 0 : -1)?.focus();
      }
    }
  }

  function codeOf(target: EventTarget | null): string | null {
    const name = (target as HTMLInputElement | null)?.name ?? '';
    return /^[vndsc]\./.test(name) ? name.slice(2) : null;
  }

  function time(): string {
    return new Date().toLocaleTimeString('vi', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' });
  }
}
