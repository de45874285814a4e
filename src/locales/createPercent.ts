/** Writes a percentage, 0 to 100, as one locale does: "45 %". */
export function createPercent(locale: string): (percentage: number) => string {
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  return (percentage) => percents.format(percentage / 100);
}
