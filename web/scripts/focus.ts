function focus(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus();
}

function target(id: string): HTMLElement | null {
  return id ? document.getElementById(decodeURIComponent(id)) : null;
}

// A page that was rejected opens at its summary.
document.addEventListener('DOMContentLoaded', () => focus(document.querySelector<HTMLElement>('[data-focus]')));

// After a swap the focus goes where the answer says; it must not fall back to the start of the page.
document.addEventListener('htmx:after:swap', event => {
  const swapped = (event as CustomEvent).detail?.ctx?.target as HTMLElement | undefined;
  const within = swapped?.isConnected ? swapped : document.querySelector<HTMLElement>('main');
  const wanted = within?.querySelector<HTMLElement>('[data-focus]') ?? (within?.matches('[data-focus]') ? within : null);
  if (wanted) focus(wanted);
  else if (document.activeElement === document.body) focus(within?.querySelector<HTMLElement>('h1, h2, h3') ?? within);
});

// A line of the error summary leads into its field, with the label in sight.
document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.error-summary a[href^="#"]') : null;
  const field = link && target(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest('.field, fieldset, tr') ?? field).scrollIntoView({ block: 'center' });
  focus(field);
});
