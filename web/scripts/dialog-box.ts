import { t } from './page';

/** An element with a class and a text. */
export function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Opens a dialog over the page; it goes when it is closed. */
export function dialog(title: string, text: string, ...buttons: HTMLElement[]): HTMLDialogElement {
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

/** Asks which of some answers is meant; null where none was chosen. */
export function choose(question: string, text: string, answers: [value: string, words: string][]): Promise<string | null> {
  return new Promise(resolve => {
    let answer: string | null = null;
    const buttons = answers.map(([value, words]) => {
      const button = element('button', 'btn', words);
      button.addEventListener('click', () => { answer = value; box.close(); });
      return button;
    });
    const box = dialog(question, text, ...buttons);
    box.addEventListener('close', () => resolve(answer));
    buttons[0]?.focus();
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
