import { askToSignIn } from '../dialog-box';
import { announce, t } from '../page';
import { ApiCell, Cells } from './cells';
import type { UnsavedCells } from './store';

/** What became of one cell. */
export interface Saved {
  saved: boolean; error: { code: string; message: string } | null; current: ApiCell; sent: ApiCell | null; changedBy: string | null;
  questions: { code: string; message: string }[]; change: number | null;
}

/** Seconds between two tries while there is no connection. */
const pauses = [5, 10, 30, 60];

/**
 * Sends changed cells: one small request at a time, again after 5, 10, 30, 60 seconds and when the network is back. A cell stays in the
 * browser's storage until the server has acknowledged it.
 */
export class Saver {
  private readonly waiting = new Set<string>();
  private sending = false;
  private failures = 0;
  private timer = 0;
  private announcedAt = 0;

  /**
   * @param address Where cells are sent.
   * @param cells The fields.
   * @param store What is not acknowledged.
   * @param answered Told what became of the cells of a request.
   */
  constructor(
    private readonly address: string, private readonly cells: Cells, private readonly store: UnsavedCells,
    private readonly answered: (saved: Saved[]) => void) {
    addEventListener('online', () => void this.send());
    addEventListener('offline', () => this.lost());
  }

  get isOffline(): boolean {
    return !navigator.onLine || this.failures > 0;
  }

  queue(...keys: string[]): void {
    keys.forEach(key => this.waiting.add(key));
    if (this.failures === 0) void this.send();
    else this.countDown();
  }

  /** Nothing more is sent: the whole form is on its way. */
  clear(): void {
    this.waiting.clear();
    clearTimeout(this.timer);
  }

  async send(): Promise<void> {
    if (this.sending || this.waiting.size === 0) return;
    clearTimeout(this.timer);
    const keys = [...this.waiting];
    const cells = keys.map(key => this.cells.read(key).cell).filter(cell => cell !== null);
    keys.forEach(key => this.waiting.delete(key));
    if (cells.length === 0) return;
    this.sending = true;
    this.say(t('Đang lưu…', 'Saving…'));
    try {
      const answer = await fetch(this.address, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'grid', 'Accept-Language': document.documentElement.lang },
        body: JSON.stringify({ cells }),
      });
      if (answer.status === 401) {
        keys.forEach(key => this.waiting.add(key));
        this.say(t('Phiên làm việc đã hết. Số liệu vẫn được giữ. Vui lòng đăng nhập để tiếp tục.', 'Your session ended. Your figures are kept. Sign in to continue.'));
        askToSignIn();
        this.retry();
        return;
      }
      if (answer.status === 429 || answer.status >= 500) throw new Error(`The server answered ${answer.status}.`);
      const body = await answer.json() as { cells?: Saved[]; title?: string };
      this.back(keys.length);
      this.take(body.cells ?? []);
      if (answer.ok) this.tell(t(`Đã lưu lúc ${time()}`, `Saved at ${time()}`));
      else this.say(body.cells ? t('Có ô cần xử lý', 'There are cells to resolve') : body.title ?? '');
    } catch {
      keys.forEach(key => this.waiting.add(key));
      this.failures++;
      this.lost();
      this.retry();
    } finally {
      this.sending = false;
    }
    if (this.failures === 0 && this.waiting.size > 0) void this.send();
  }

  private take(saved: Saved[]): void {
    for (const { saved: isSaved, current } of saved) {
      const key = Cells.keyOfAnswer(current);
      // What was typed meanwhile is not acknowledged by this.
      if (isSaved && !this.waiting.has(key)) this.store.drop(key);
    }
    this.answered(saved);
  }

  private retry(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), this.pause * 1000);
    this.countDown();
  }

  private get pause(): number {
    return pauses[Math.min(Math.max(this.failures, 1), pauses.length) - 1];
  }

  private countDown(): void {
    this.say(t(`Còn ${this.waiting.size} ô chưa lưu. Hệ thống sẽ thử lại sau ${this.pause} giây.`, `${this.waiting.size} cells not saved yet. Trying again in ${this.pause} seconds.`));
  }

  private lost(): void {
    const bar = document.getElementById('offline-bar');
    if (!bar || !bar.hidden) return;
    bar.hidden = false;
    announce(bar.textContent?.trim() ?? '');
  }

  private back(count: number): void {
    this.failures = 0;
    const bar = document.getElementById('offline-bar');
    if (!bar || bar.hidden) return;
    bar.hidden = true;
    announce(t(`Đã kết nối lại, đã lưu ${count} ô.`, `Back online, ${count} cells saved.`));
    this.announcedAt = Date.now();
  }

  private say(text: string): void {
    const place = document.getElementById('grid-state');
    if (place) place.textContent = text;
  }

  /** Shown always, read out every ten seconds at most. */
  private tell(text: string): void {
    this.say(text);
    if (Date.now() - this.announcedAt < 10_000) return;
    this.announcedAt = Date.now();
    announce(text);
  }
}

/** The time of day in the city. */
export function time(at: Date = new Date()): string {
  return at.toLocaleTimeString('vi', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' });
}
