function closeOthers(except?: Node | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.popup[open]'))
    if (!except || !menu.contains(except)) menu.open = false;
}

document.addEventListener('click', event => closeOthers(event.target as Node));
document.addEventListener('focusin', event => closeOthers(event.target as Node));
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector<HTMLDetailsElement>('details.popup[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
