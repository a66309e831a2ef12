import { ask } from './dialog-box';
import { onClick, t } from './page';

interface Confirmation {
  ctx: { confirm?: string };
  issueRequest: () => void;
  dropRequest: () => void;
}

onClick('data-open-dialog', opener => (document.getElementById(opener.dataset.openDialog ?? '') as HTMLDialogElement | null)?.showModal());
onClick('data-close-dialog', button => button.closest('dialog')?.close());

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
