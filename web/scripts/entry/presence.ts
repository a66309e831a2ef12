import { t } from '../page';

const pause = 30_000;

/** Says every half minute that the report is open here, and shows who else has it open. A page nobody looks at says nothing. */
export function tellPresence(address: string, place: HTMLElement | null): void {
  if (!place) return;
  const tell = async (): Promise<void> => {
    if (document.hidden || !navigator.onLine) return;
    try {
      const answer = await fetch(address, { method: 'PUT', headers: { 'X-Requested-With': 'grid' } });
      if (!answer.ok) return;
      const { others } = await answer.json() as { others: string[] };
      const names = others.join(', ');
      place.textContent = others.length === 0 ? '' : t(`${names} đang mở bản này.`, `${names} ${others.length === 1 ? 'has' : 'have'} this report open.`);
      place.hidden = others.length === 0;
    } catch {
      // Who else is here can wait until the line is back.
    }
  };
  void tell();
  setInterval(() => void tell(), pause);
}
