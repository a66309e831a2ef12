const english = document.documentElement.lang === 'en';

/** The text in the page's language. */
export function t(vi: string, en: string): string {
  return english ? en : vi;
}

/** Calls back for clicks on elements that carry the attribute, those that arrive later included. */
export function onClick(attribute: string, handle: (element: HTMLElement, event: MouseEvent) => void): void {
  document.addEventListener('click', event => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>(`[${attribute}]`) : null;
    if (element) handle(element, event);
  });
}

/** Has a text read out by the live region that every page has from the start. */
export function announce(text: string): void {
  const live = document.getElementById('live');
  if (!live) return;
  live.textContent = '';
  // The same text twice is read twice only if the region was empty in between.
  setTimeout(() => { live.textContent = text; }, 50);
}

/** Shows a message above the content, where it stays until the next request succeeds. */
export function showNotice(title: string, text: string): void {
  const place = document.getElementById('page-notice');
  if (!place) return;
  const notice = document.createElement('div');
  notice.className = 'notice notice-attention';
  const body = document.createElement('div');
  body.className = 'notice-body';
  for (const [className, words] of [['notice-title', title], ['', text]]) {
    const paragraph = document.createElement('p');
    paragraph.className = className;
    paragraph.textContent = words;
    body.append(paragraph);
  }
  notice.append(body);
  place.replaceChildren(notice);
  announce(`${title} ${text}`);
}

/** Takes the message away again. */
export function clearNotice(): void {
  document.getElementById('page-notice')?.replaceChildren();
}
