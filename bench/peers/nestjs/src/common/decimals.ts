/**
 * The number without the zeros that only the column's scale has put there.
 *
 * @param number as a column with decimals gives it: `70.5000`
 * @param minDecimals how many decimals it keeps at least
 */
export function decimal(number: string, minDecimals = 0): string {
  const point = number.indexOf('.');
  let end = number.length;
  while (number[end - 1] === '0' && end - point - 1 > minDecimals) {
    end--;
  }
  return number.slice(0, end - 1 === point ? point : end);
}
