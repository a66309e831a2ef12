import { announce, t } from '../page';
import { Cells, Typed } from './cells';
import { Saved, time } from './saver';

interface Conflict { saved: Saved; theirs: Typed; mine: Typed; before: Typed }

/**
 * Cells that somebody else changed meanwhile: of each what it was, what they made of it and what is typed here. One press keeps what was
 * chosen; until then both are safe.
 */
export class Conflicts {
  private readonly open = new Map<string, Conflict>();

  /**
   * @param place Before what the panel stands.
   * @param cells The fields.
   * @param nameOf What a cell is called.
   * @param merged Told which cells keep what is typed here, and which take the other value.
   */
  constructor(
    private readonly place: HTMLElement, private readonly cells: Cells, private readonly nameOf: (key: string) => string,
    private readonly merged: (mine: string[], theirs: string[]) => void) {}

  add(key: string, saved: Saved, before: Typed): void {
    this.open.set(key, { saved, theirs: this.cells.typedOf(key, saved.current), mine: this.cells.typed(key), before });
    this.draw();
  }

  private draw(): void {
    const panel = document.getElementById('conflict') ?? document.createElement('section');
    panel.id = 'conflict';
    panel.className = 'panel mb-4';
    panel.setAttribute('aria-labelledby', 'conflict-title');
    const first = [...this.open.values()][0].saved;
    const who = first.changedBy ?? t('Người khác', 'Somebody else');
    const when = first.current.changedAt ? time(new Date(first.current.changedAt)) : '';
    const title = made('h2', t(
      `${who} đã sửa ${this.open.size} ô này lúc ${when}. Vui lòng chọn giá trị cần giữ.`,
      `${who} changed ${this.open.size === 1 ? 'this cell' : `these ${this.open.size} cells`} at ${when}. Choose the value to keep.`));
    title.id = 'conflict-title';
    title.tabIndex = -1;
    const save = made('button', t('Gộp và lưu', 'Merge and save')) as HTMLButtonElement;
    save.type = 'button';
    save.className = 'btn btn-primary';
    save.addEventListener('click', () => this.merge(panel));
    panel.replaceChildren(title, ...[...this.open].map(([key, conflict]) => this.choice(key, conflict)), save);
    if (!panel.isConnected) {
      this.place.before(panel);
      title.focus();
      announce(title.textContent ?? '');
    }
  }

  private choice(key: string, conflict: Conflict): HTMLElement {
    const group = document.createElement('fieldset');
    group.className = 'field';
    group.append(made('legend', this.nameOf(key)));
    group.append(made('p', t(`Trước đó: ${this.cells.words(key, conflict.before)}`, `Before: ${this.cells.words(key, conflict.before)}`)));
    // Where they left alone what is typed here, only one of the two is a change.
    const untouched = ['v', 'n', 'd', 's'].every(part => (conflict.theirs[part] ?? '') === (conflict.before[part] ?? ''));
    const who = conflict.saved.changedBy ?? t('Người khác', 'Somebody else');
    for (const [value, words] of [
      ['theirs', `${who}: ${this.cells.words(key, conflict.theirs)}`],
      ['mine', t(`Giá trị của tôi: ${this.cells.words(key, conflict.mine)}`, `My value: ${this.cells.words(key, conflict.mine)}`)]]) {
      const label = made('label', '');
      label.className = 'form-check';
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.className = 'form-check-input';
      radio.name = `conflict.${key}`;
      radio.value = value;
      radio.checked = value === 'mine' && untouched;
      label.append(radio, ' ', made('span', words));
      group.append(label);
    }
    return group;
  }

  private merge(panel: HTMLElement): void {
    const chosen = new Map<string, string>();
    for (const key of this.open.keys()) {
      const radios = [...panel.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(`conflict.${key}`)}"]`)];
      const choice = radios.find(radio => radio.checked);
      if (!choice) {
        announce(t('Vui lòng chọn giá trị cần giữ.', 'Choose the value to keep.'));
        radios[0]?.focus();
        return;
      }
      chosen.set(key, choice.value);
    }
    for (const [key, { saved, theirs }] of this.open) {
      this.cells.setVersion(key, saved.current.version);
      if (chosen.get(key) === 'theirs') this.cells.put(key, theirs);
    }
    const keys = [...this.open.keys()];
    this.open.clear();
    panel.remove();
    document.getElementById(Cells.idOf(keys[0]))?.focus();
    this.merged(keys.filter(key => chosen.get(key) === 'mine'), keys.filter(key => chosen.get(key) === 'theirs'));
  }
}

function made(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
