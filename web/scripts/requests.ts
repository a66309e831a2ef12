import htmx from 'htmx.org';
import { askToSignIn } from './dialog-box';
import { announce, clearNotice, showNotice, t } from './page';

interface Context {
  target?: Element;
  sourceEvent?: Event;
  response?: { status: number; headers: Headers };
}

// A fragment answers 400, 409 and 422 (what has to be put right); what else fails is a whole page and is never put into another one.
Object.assign(htmx.config, {
  implicitInheritance: true,
  noSwap: [204, 304, 401, 403, 404, 405, 408, 413, 415, 429, '5xx'],
  defaultTimeout: 60000,
});

const failures: Record<number, [string, string]> = {
  403: [t('Tài khoản này không thực hiện được việc vừa chọn.', 'This account cannot do what was chosen.'),
    t('Vui lòng liên hệ người quản trị của đơn vị.', 'Ask the administrator of the unit.')],
  404: [t('Mục này không còn nữa hoặc đã được chuyển đi.', 'This is no longer here, or was moved.'),
    t('Vui lòng tải lại trang.', 'Reload the page.')],
  413: [t('Tệp quá lớn.', 'The file is too large.'),
    t('Vui lòng giảm dung lượng hoặc dán liên kết.', 'Make it smaller or paste a link.')],
  429: [t('Có quá nhiều yêu cầu cùng lúc.', 'Too many requests at once.'),
    t('Vui lòng thử lại sau ít phút.', 'Try again in a few minutes.')],
};

function context(event: Event): Context {
  return (event as CustomEvent<{ ctx: Context }>).detail?.ctx ?? {};
}

document.addEventListener('htmx:before:request', event => {
  const { target, sourceEvent } = context(event);
  // A page nobody looks at does not poll.
  if (sourceEvent?.type === 'every' && document.hidden) {
    event.preventDefault();
    return;
  }
  target?.setAttribute('aria-busy', 'true');
});

document.addEventListener('htmx:finally:request', event => {
  const { target, response } = context(event);
  target?.removeAttribute('aria-busy');
  if (response && response.status < 400) clearNotice();
});

document.addEventListener('htmx:response:error', event => {
  const { response } = context(event);
  if (!response || [400, 409, 422].includes(response.status)) return;
  if (response.status === 401) {
    askToSignIn();
    return;
  }
  const code = response.headers.get('X-Support-Code');
  const [title, text] = failures[response.status] ?? [
    t('Hệ thống chưa xử lý được yêu cầu.', 'The request did not go through.'),
    t('Số liệu đã lưu vẫn còn. Vui lòng thử lại sau ít phút.', 'Saved figures are safe. Try again in a few minutes.')];
  showNotice(title, code ? `${text} ${t('Mã hỗ trợ', 'Support code')}: ${code}` : text);
});

document.addEventListener('htmx:error', event => {
  if (context(event).response) return;
  showNotice(
    t('Mất kết nối.', 'Connection lost.'),
    t('Những gì vừa nhập vẫn còn trên trang này. Vui lòng thử lại khi có mạng.', 'What was typed is still on this page. Try again once you are back online.'));
});

// HX-Trigger: {"announce": "..."} has a text read out.
document.addEventListener('announce', event => announce(String((event as CustomEvent).detail?.value ?? '')));
