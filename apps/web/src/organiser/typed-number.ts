/** The number in a field; NaN where there is none: a field that is being emptied must not take its number back. */
export const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** What stands in the field: nothing where there is no number, and neither where none was kept (JSON knows no NaN). */
export const textOf = (number: number | null): string => (Number.isFinite(number) ? String(number) : '');

/** Is it a whole number between these? */
export const isWhole = (number: number, least: number, most: number): boolean => Number.isInteger(number) && number >= least && number <= most;
