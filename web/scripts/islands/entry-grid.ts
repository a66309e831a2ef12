import { ApiCell, Cells, Typed } from '../entry/cells';
import { Conflicts } from '../entry/conflicts';
import { GridKeys } from '../entry/keys';
import { show } from '../entry/numbers';
import { tellPresence } from '../entry/presence';
import { Saved, Saver } from '../entry/saver';
import { UnsavedCells } from '../entry/store';
import { announce, t } from '../page';
import { BlockPaste } from '../paste';

/**
 * The entry grid: saves a cell when it is left and when typing stops, moves by keyboard, tells of rules and of a second editor. Without it
 * the page is a form that does the same on a press. What was typed stays, whatever happens.
 */
const form = document.querySelector<HTMLFormElement>('form[data-entry-grid]');
if (form) start(form);

function start(grid: HTMLFormElement): void {
  const typingEnds = 1500;
  const draft = grid.dataset.entryGrid!;
  const cells = new Cells(grid);
  const store = new UnsavedCells(grid.dataset.person ?? '', draft);
  const known = new Map<string, Typed>();
  const timers = new Map<string, number>();
  const saver = new Saver(`/api/v1/submissions/${draft}/cells`, cells, store, answered);
  const conflicts = new Conflicts(grid, cells, nameOf, (mine, theirs) => {
    theirs.forEach(key => { store.drop(key); known.set(key, cells.typed(key)); say(key, null); });
    saver.queue(...mine);
  });
  document.querySelectorAll<HTMLElement>('[data-script-only]').forEach(part => { part.hidden = false; });
  for (const field of grid.querySelectorAll<HTMLInputElement>('input[type=hidden][name^="r."]')) {
    const key = field.name.slice(2);
    known.set(key, cells.typed(key));
  }
  restore();
  tellPresence(`/api/v1/submissions/${draft}/presence`, document.getElementById('presence'));

  grid.addEventListener('input', event => {
    const key = Cells.keyOf(event.target);
    if (!key || (event as InputEvent).isComposing) return;
    if (/^[vnd]\./.test((event.target as HTMLInputElement).name)) cells.forgetOwn(key);
    store.keep(key, cells.typed(key), cells.version(key));
    clearTimeout(timers.get(key));
    // Half a number is no problem yet: what cannot be read is said when the field is left.
    timers.set(key, window.setTimeout(() => { if (cells.read(key).cell) saver.queue(key); }, typingEnds));
  });
  grid.addEventListener('change', event => {
    const key = Cells.keyOf(event.target);
    if (key) changed(key);
  });
  new GridKeys(grid, key => {
    cells.put(key, known.get(key) ?? {});
    changed(key);
  }, key => {
    if (key) changed(key);
    void saver.send();
  });
  new BlockPaste(grid, input => {
    const key = Cells.keyOf(input);
    if (key) changed(key);
  });
  document.querySelectorAll<HTMLElement>('[data-contest]').forEach(button => button.addEventListener('click', () => contest(button.dataset.contest!)));
  grid.addEventListener('submit', event => {
    if (navigator.onLine) {
      saver.clear();
      return;
    }
    event.preventDefault();
    announce(t('Mất kết nối. Số liệu vẫn được giữ trên máy này; vui lòng gửi khi có mạng.', 'Connection lost. Your figures are kept on this device; submit once you are back online.'));
    document.getElementById('offline-bar')?.scrollIntoView({ block: 'center' });
  });

  function changed(key: string): void {
    clearTimeout(timers.get(key));
    store.keep(key, cells.typed(key), cells.version(key));
    const { cell, problem } = cells.read(key);
    say(key, problem);
    if (cell) saver.queue(key);
  }

  /** What was typed before the page was left, or the connection lost, is there again and sent. */
  function restore(): void {
    const unsaved = Object.entries(store.all());
    for (const [key, { typed, version }] of unsaved) {
      if (!cells.has(key)) {
        store.drop(key);
        continue;
      }
      cells.put(key, typed);
      cells.setVersion(key, version);
      changed(key);
    }
    if (unsaved.length > 0) announce(t(`Đã khôi phục ${unsaved.length} ô chưa lưu.`, `${unsaved.length} unsaved cells were restored.`));
  }

  function answered(saved: Saved[]): void {
    for (const one of saved) {
      const key = Cells.keyOfAnswer(one.current);
      if (one.error?.code === 'submissions.stale_cell') {
        conflicts.add(key, one, known.get(key) ?? {});
        say(key, one.error.message);
        continue;
      }
      cells.setVersion(key, one.current.version);
      if (one.saved) way(key, one.current);
      if (one.saved) known.set(key, cells.typed(key));
      say(key, one.error?.message ?? null);
      ask(key.split('|')[0], one);
      sum(key, one);
      year(key, one);
    }
  }

  /** How the figure stands to what the units below gave; of an addition the cell shows the whole. */
  function way(key: string, current: ApiCell): void {
    const place = document.getElementById(Cells.idOf(key))?.closest('td')?.querySelector('[data-way]');
    if (!place || key.includes('|')) return;
    const stands = current.consolidation?.way ?? null;
    if (stands === 'addition' || stands === 'consolidated') cells.put(key, cells.typedOf(key, current));
    cells.keepOwn(key);
    place.textContent = stands === 'addition' ? t('Đã cộng thêm số của đơn vị.', 'The unit\'s own was added.')
      : stands === 'consolidated' ? t('Lấy theo số tổng hợp.', 'Taken as consolidated.')
      : stands === 'override' ? t('Nhập số khác số tổng hợp; lý do ghi tại ghi chú.', 'Another figure than the consolidated one; the comment says why.') : '';
  }

  /** The share of a pair, beside it. */
  function sum(key: string, { saved, current }: Saved): void {
    const line = document.getElementById(Cells.idOf(key))?.closest('.cluster');
    if (!line || !saved || current.numerator === null) return;
    const output = line.querySelector('output') ?? line.appendChild(document.createElement('output'));
    output.className = 'num';
    output.textContent = current.denominator ? `= ${percent(current.numerator / current.denominator, 1)}` : '';
  }

  /** Of a flow: the year to date beside an increment, the increment beside a year to date. */
  function year(key: string, { saved, current }: Saved): void {
    const line = document.getElementById(Cells.idOf(key))?.closest('td')?.querySelector<HTMLElement>('[data-year]');
    const place = line?.querySelector('[data-year-value]');
    if (!line?.dataset.before || !place || !saved || key.includes('|')) return;
    const before = Number(line.dataset.before);
    const now = typeof current.value === 'number' ? current.value : null;
    place.textContent = now === null ? '...' : show(Number((line.dataset.year === 'sum' ? before + now : now - before).toFixed(6)));
  }

  function ask(code: string, { questions, change }: Saved): void {
    const place = document.getElementById(`w-${code}`);
    if (!place) return;
    const words = questions.map(question => question.message);
    if (change !== null) {
      const share = percent(Math.abs(change), 0);
      words.unshift(change > 0
        ? t(`Tăng ${share} so với kỳ trước. Nếu đúng, vui lòng ghi lý do.`, `Up ${share} on the last period. If this is right, give the reason.`)
        : t(`Giảm ${share} so với kỳ trước. Nếu đúng, vui lòng ghi lý do.`, `Down ${share} on the last period. If this is right, give the reason.`));
    }
    const news = words.length > place.childElementCount;
    place.replaceChildren(...words.map(text => {
      const line = document.createElement('p');
      line.className = 'small cell-warning';
      line.textContent = `▲ ${text}`;
      return line;
    }));
    const details = place.parentElement?.querySelector<HTMLDetailsElement>('details[data-details]');
    if (news && details) details.open = true;
  }

  /** Opens the place for the reason why a number that the system filled in is doubted. */
  function contest(code: string): void {
    const comment = document.getElementById(`k-${code}`);
    const details = comment?.closest('details');
    if (details) details.open = true;
    comment?.focus();
  }

  function say(key: string, text: string | null): void {
    const input = document.getElementById(Cells.idOf(key));
    if (!input) return;
    const id = `${input.id}-error`;
    const old = document.getElementById(id);
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

  function nameOf(key: string): string {
    const input = document.getElementById(Cells.idOf(key));
    const row = input?.closest('tr')?.querySelector('th')?.textContent?.replace(/\s+/g, ' ').trim() ?? key;
    const part = input?.closest('.part')?.querySelector('span')?.textContent?.trim();
    return part ? `${row}, ${part}` : row;
  }

  function percent(share: number, decimals: number): string {
    return `${(share * 100).toLocaleString(document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}%`;
  }
}
