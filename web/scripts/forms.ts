import { announce, onClick, t } from './page';

const sending = new WeakSet<HTMLFormElement>();

// A second press is ignored; after 300 ms the button says what is going on.
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method === 'get' || form.method === 'dialog') return;
  if (sending.has(form)) {
    event.preventDefault();
    return;
  }
  sending.add(form);
  const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
  const label = button?.innerHTML ?? '';
  const timer = setTimeout(() => {
    if (!button) return;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = button.dataset.busy ?? t('Đang gửi…', 'Sending…');
  }, 300);
  const restore = () => {
    clearTimeout(timer);
    sending.delete(form);
    if (button?.getAttribute('aria-disabled')) {
      button.removeAttribute('aria-disabled');
      button.innerHTML = label;
    }
  };
  // Back from the browser's cache, or a download that leaves the page where it is.
  addEventListener('pageshow', restore, { once: true });
  if (form.hasAttribute('data-download')) setTimeout(restore, 2000);
});

// Choices that need no button once script is there.
document.addEventListener('change', event => {
  const input = event.target as HTMLInputElement;
  if (input.closest('[data-autosubmit]')) input.form?.requestSubmit();
});

onClick('data-check-all', box => {
  const checked = (box as HTMLInputElement).checked;
  const form = (box as HTMLInputElement).form ?? document;
  for (const other of form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${CSS.escape(box.dataset.checkAll ?? '')}"]`))
    if (!other.disabled) other.checked = checked;
});

onClick('data-reveal', button => {
  const input = document.getElementById(button.dataset.reveal ?? '') as HTMLInputElement | null;
  if (!input) return;
  const shown = input.type === 'text';
  input.type = shown ? 'password' : 'text';
  button.setAttribute('aria-pressed', String(!shown));
  button.textContent = shown ? t('Hiện', 'Show') : t('Ẩn', 'Hide');
});

onClick('data-copy', async button => {
  await navigator.clipboard.writeText(button.dataset.copy || location.href);
  announce(t('Đã sao chép', 'Copied'));
  button.classList.add('copied');
  setTimeout(() => button.classList.remove('copied'), 2000);
});

onClick('data-print', () => print());
