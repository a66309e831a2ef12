import { onClick, t } from './page';

interface Confirmation {
  ctx: { confirm?: string };
  issueRequest: () => void;
  dropRequest: () => void;
}

onClick('data-open-dialog', opener => (document.getElementById(opener.dataset.openDialog ?? '') as HTMLDialogElement | null)?.showModal());
onClick('data-close-dialog', button => button.closest('dialog')?.close());

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function dialog(title: string, text: string, ...buttons: HTMLElement[]): HTMLDialogElement {
  const box = document.createElement('dialog');
  const heading = element('h2', '', title);
  heading.id = 'dialog-title';
  box.setAttribute('aria-labelledby', heading.id);
  const row = element('div', 'btn-list', '');
  row.append(...buttons);
  box.append(heading, ...(text ? [element('p', '', text)] : []), row);
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

/** Asks before something that cannot be taken back; the answer is the button's own words. */
export function ask(question: string, yes: string): Promise<boolean> {
  return new Promise(resolve => {
    const confirm = element('button', 'btn btn-primary', yes);
    const cancel = element('button', 'btn', t('Không, quay lại', 'No, go back'));
    let answer = false;
    const box = dialog(question, '', confirm, cancel);
    confirm.addEventListener('click', () => { answer = true; box.close(); });
    cancel.addEventListener('click', () => box.close());
    box.addEventListener('close', () => resolve(answer));
    cancel.focus();
  });
}

/** Opens over the page when the session has ended: what was typed stays. */
export function askToSignIn(): void {
  if (document.querySelector('dialog[open]')) return;
  const signIn = element('a', 'btn btn-primary', t('Đăng nhập trong thẻ mới', 'Sign in in a new tab')) as HTMLAnchorElement;
  signIn.href = '/sign-in?returnUrl=/signed-in';
  signIn.target = '_blank';
  const close = element('button', 'btn', t('Đã đăng nhập, tiếp tục', 'Signed in, continue'));
  const box = dialog(
    t('Phiên làm việc đã hết', 'Your session ended'),
    t('Số liệu vẫn được giữ. Vui lòng đăng nhập để tiếp tục.', 'Your figures are kept. Sign in to continue.'), signIn, close);
  close.addEventListener('click', () => box.close());
}

document.addEventListener('htmx:confirm', event => {
  const { ctx, issueRequest, dropRequest } = (event as CustomEvent<Confirmation>).detail;
  if (!ctx.confirm) return;
  event.preventDefault();
  const source = event.target as HTMLElement;
  const yes = source.dataset.confirmYes ?? source.textContent?.trim() ?? t('Đồng ý', 'Yes');
  void ask(ctx.confirm, yes).then(agreed => (agreed ? issueRequest() : dropRequest()));
});

// The same for plain forms: <form data-confirm="..."> or <button data-confirm="...">.
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  const button = (event as SubmitEvent).submitter;
  const question = button?.dataset.confirm ?? form.dataset.confirm;
  if (!question || form.dataset.confirmed) {
    delete form.dataset.confirmed;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  void ask(question, button?.textContent?.trim() || t('Đồng ý', 'Yes')).then(agreed => {
    if (!agreed) return;
    form.dataset.confirmed = 'yes';
    form.requestSubmit(button as HTMLElement | null);
  });
}, true);
