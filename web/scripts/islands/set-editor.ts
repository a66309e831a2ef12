import { announce, t } from '../page';

/**
 * The editor of a criteria set: its tree is one tab stop with arrow keys, Alt and an arrow moves an item, so does dragging; a form is
 * checked when a field is left. Without it every item is a link, moves are buttons, and the form is checked on saving.
 */
const tree = document.querySelector<HTMLUListElement>('[data-edit-tree]');
const moveForm = document.querySelector<HTMLFormElement>('#move-form');
if (tree && moveForm) startTree(tree, moveForm);
const checked = document.querySelector<HTMLFormElement>('form[data-check-form]');
if (checked) startChecking(checked);

function startTree(root: HTMLUListElement, form: HTMLFormElement): void {
  let moving = Promise.resolve();
  let dragged: HTMLAnchorElement | null = null;
  const memory = `folded ${location.pathname}`;
  const folded = new Set<string>(JSON.parse(sessionStorage.getItem(memory) ?? '[]') as string[]);
  // What is open is seen.
  for (let item = root.querySelector('a[aria-current]')?.closest('li')?.parentElement?.closest('li'); item; item = item.parentElement?.closest('li')) folded.delete(linkOf(item)?.dataset.key ?? '');
  document.querySelectorAll<HTMLElement>('[data-script-only]').forEach(hint => { hint.hidden = false; });
  dress();

  /** Gives the lists the roles of a tree; the item that was last in use keeps the tab stop. */
  function dress(focusKey?: string): void {
    root.setAttribute('role', 'tree');
    root.setAttribute('aria-label', t('Cây tiêu chí', 'Tree of criteria'));
    root.querySelectorAll('ul').forEach(list => list.setAttribute('role', 'group'));
    for (const item of root.querySelectorAll('li')) {
      item.setAttribute('role', 'none');
      const link = linkOf(item)!;
      const list = listOf(item);
      link.setAttribute('role', 'treeitem');
      link.tabIndex = -1;
      link.draggable = true;
      if (link.getAttribute('aria-current')) link.setAttribute('aria-selected', 'true');
      if (list) {
        list.id ||= `${link.id}-below`;
        link.setAttribute('aria-owns', list.id);
        list.hidden = folded.has(link.dataset.key!);
        link.setAttribute('aria-expanded', String(!list.hidden));
      }
    }
    const links = visible();
    const stop = links.find(link => link.dataset.key === focusKey) ?? links.find(link => link.getAttribute('aria-current')) ?? links[0];
    if (stop) stop.tabIndex = 0;
    if (focusKey) stop?.focus();
  }

  function linkOf(item: Element | null): HTMLAnchorElement | null {
    return item?.querySelector<HTMLAnchorElement>(':scope > a[data-key]') ?? null;
  }

  function listOf(item: Element | null): HTMLUListElement | null {
    return item?.querySelector<HTMLUListElement>(':scope > ul') ?? null;
  }

  function visible(): HTMLAnchorElement[] {
    return [...root.querySelectorAll<HTMLAnchorElement>('a[data-key]')].filter(link => !link.parentElement!.closest('ul[hidden]'));
  }

  function go(link: HTMLAnchorElement | null | undefined): void {
    if (!link) return;
    root.querySelectorAll<HTMLAnchorElement>('a[data-key]').forEach(other => { other.tabIndex = -1; });
    link.tabIndex = 0;
    link.focus();
  }

  function fold(link: HTMLAnchorElement, open: boolean): void {
    const list = listOf(link.parentElement);
    if (!list) return;
    list.hidden = !open;
    link.setAttribute('aria-expanded', String(open));
    if (open) folded.delete(link.dataset.key!);
    else folded.add(link.dataset.key!);
    sessionStorage.setItem(memory, JSON.stringify([...folded]));
  }

  root.addEventListener('keydown', event => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-key]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const steps: Record<string, string> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };
    if (event.altKey) {
      if (!steps[event.key]) return;
      event.preventDefault();
      move(link.dataset.key!, { step: steps[event.key] });
      return;
    }
    const links = visible();
    const place = links.indexOf(link);
    const open = link.getAttribute('aria-expanded');
    if (event.key === 'ArrowDown') go(links[place + 1]);
    else if (event.key === 'ArrowUp') go(links[place - 1]);
    else if (event.key === 'Home') go(links[0]);
    else if (event.key === 'End') go(links[links.length - 1]);
    else if (event.key === 'ArrowRight' && open === 'false') fold(link, true);
    else if (event.key === 'ArrowRight' && open === 'true') go(linkOf(listOf(link.parentElement)!.firstElementChild));
    else if (event.key === 'ArrowLeft' && open === 'true') fold(link, false);
    else if (event.key === 'ArrowLeft') go(linkOf(link.parentElement!.parentElement!.closest('li')));
    else return;
    event.preventDefault();
  });

  root.addEventListener('dragstart', event => {
    dragged = (event.target as Element).closest<HTMLAnchorElement>('a[data-key]');
    event.dataTransfer?.setData('text/plain', dragged?.dataset.key ?? '');
  });
  root.addEventListener('dragover', event => {
    const target = (event.target as Element).closest<HTMLAnchorElement>('a[data-key]');
    clearMarks();
    if (!dragged || !target || target === dragged || !placeOf(event, target)) return;
    event.preventDefault();
    target.dataset.drop = placeOf(event, target)!;
  });
  root.addEventListener('dragend', clearMarks);
  root.addEventListener('drop', event => {
    const target = (event.target as Element).closest<HTMLAnchorElement>('a[data-key]');
    const place = dragged && target && placeOf(event, target);
    clearMarks();
    if (!dragged || !target || !place) return;
    event.preventDefault();
    const code = target.dataset.key!.slice(2);
    move(dragged.dataset.key!, place === 'into' ? { step: 'into', target: code } : { step: 'beside', target: code, after: String(place === 'after') });
  });

  /** Beside an item of the same kind, or into a node: its middle half is for what goes into it. */
  function placeOf(event: DragEvent, target: HTMLAnchorElement): string | null {
    const box = target.getBoundingClientRect();
    const height = (event.clientY - box.top) / box.height;
    const same = target.dataset.key![0] === dragged!.dataset.key![0];
    const takes = target.dataset.key!.startsWith('n-');
    if (same && (!takes || height < 0.25 || height > 0.75)) return height < 0.5 ? 'before' : 'after';
    return takes ? 'into' : null;
  }

  function clearMarks(): void {
    root.querySelectorAll<HTMLElement>('[data-drop]').forEach(link => delete link.dataset.drop);
  }

  /** Sends a move as the form would, and puts the answer's tree in place of this one; what is typed in the form stays. */
  function move(key: string, fields: Record<string, string>): void {
    moving = moving.then(async () => {
      const data = new FormData(form);
      data.set('item', key);
      for (const [name, value] of Object.entries(fields)) data.set(name, value);
      const answer = await fetch(form.action, { method: 'POST', body: data });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const refused = page.querySelector('.error-summary li')?.textContent?.trim();
      const next = page.querySelector('[data-edit-tree]');
      if (refused || !next) {
        announce(refused ?? t('Chưa chuyển được. Vui lòng tải lại trang.', 'It was not moved. Reload the page.'));
        return;
      }
      root.replaceChildren(...next.childNodes);
      const seen = page.querySelector<HTMLInputElement>('input[name=seen]')?.value;
      if (seen) document.querySelectorAll<HTMLInputElement>('input[name=seen]').forEach(input => { input.value = seen; });
      const state = document.getElementById('draft-state');
      if (state) state.textContent = page.getElementById('draft-state')?.textContent ?? '';
      markCurrent();
      dress(key);
      announce(t(`Đã chuyển ${key.slice(2)}`, `Moved ${key.slice(2)}`));
    }).catch(() => announce(t('Mất kết nối, chưa chuyển được.', 'Connection lost, it was not moved.')));
  }

  /** The answer shows the item that was moved; this page still shows the one that is open. */
  function markCurrent(): void {
    const open = new URLSearchParams(location.search).get('item') ?? 'set';
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-key]')) {
      if (link.dataset.key === open) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
}

function startChecking(form: HTMLFormElement): void {
  let dirty = false;
  let latest: AbortController | null = null;
  form.addEventListener('input', () => { dirty = true; });
  form.addEventListener('submit', () => { dirty = false; });
  addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
  form.addEventListener('change', async event => {
    latest?.abort();
    latest = new AbortController();
    const data = new FormData(form);
    data.set('check', 'true');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: data, signal: latest.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      form.querySelectorAll<HTMLElement>('[data-rows]').forEach(rows => matchRows(rows, page, event.target as Element));
      for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
        const checkedField = page.querySelector<HTMLElement>(`[data-field="${CSS.escape(field.dataset.field!)}"]`);
        const messages = checkedField?.querySelector(':scope > .field-messages');
        if (!checkedField || !messages) continue;
        field.className = checkedField.className;
        field.querySelector(':scope > .field-messages')!.replaceChildren(...messages.childNodes);
      }
    } catch {
      // A check that was overtaken or did not get through; saving checks again.
    }
  });
}

/** Adds the empty row that follows once the last one is filled in, and takes out those that were ticked; nothing typed is touched. */
function matchRows(rows: HTMLElement, page: Document, changed: Element): void {
  const answer = page.querySelector<HTMLElement>(`[data-rows="${CSS.escape(rows.dataset.rows!)}"]`);
  if (!answer) return;
  if (rows.contains(changed) && changed.closest('[data-remove]')) {
    rows.replaceChildren(...answer.childNodes);
    rows.parentElement?.querySelector<HTMLElement>(':scope > legend')?.focus();
    announce(t('Đã bỏ khỏi danh sách, chưa lưu.', 'Taken off the list, not saved yet.'));
    return;
  }
  const theirs = [...answer.children];
  while (rows.children.length < theirs.length) {
    const last = rows.children.length - 1;
    rows.children[last].querySelector('legend')!.textContent = theirs[last].querySelector('legend')!.textContent;
    rows.children[last].querySelector<HTMLElement>('[data-remove]')!.hidden = false;
    rows.append(theirs[rows.children.length]);
  }
}
