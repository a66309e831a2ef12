import { t } from '../page';

const english = document.documentElement.lang === 'en';
const shown = new Intl.NumberFormat(english ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 6 });

/** What was typed, as a number; or what to say about it. */
export type Reading = { value: number; problem: null } | { value: null; problem: string };

/** The rules of the server's own reader: groups of three are thousands, any other separator is asked about. */
export function readNumber(typed: string): Reading {
  const value = parse(typed, english);
  if (value !== null) return { value, problem: null };
  const [group, point] = english ? [',', '.'] : ['.', ','];
  const other = typed.trim().replace(group, point);
  return {
    value: null,
    problem: parse(other, english) !== null
      ? t(`Số thập phân dùng dấu phẩy. Có phải là ${other}?`, `Use a point for decimals. Did you mean ${other}?`)
      : t(`Không đọc được "${typed}" thành số.`, `"${typed}" cannot be read as a number.`),
  };
}

/** Whether it is no number in the page's language but one in the other: 1,234.5 on a Vietnamese page. */
export function isForeign(typed: string): boolean {
  return typed !== '' && parse(typed, english) === null && parse(typed, !english) !== null;
}

/** A number of the other language, as the page's language writes it; as it was where it is none. */
export function translate(typed: string): string {
  const value = parse(typed, !english);
  return value === null ? typed : show(value);
}

/** A number as the page writes it. */
export function show(value: number): string {
  return shown.format(value);
}

function parse(typed: string, asEnglish: boolean): number | null {
  const [group, point] = asEnglish ? [',', '.'] : ['.', ','];
  const text = typed.replace(/[\s%\u200b]/g, '').replace('\u2212', '-');
  const shape = new RegExp(`^-?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${point}\\d+)?$`);
  return shape.test(text) ? Number(text.replaceAll(group, '').replace(point, '.')) : null;
}
