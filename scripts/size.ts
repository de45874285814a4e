import { measureBudgets } from './build/budgets.ts';

/** Prints what a page pays for each door that has a budget. */
const rows = await measureBudgets();
console.log(`${'what'.padEnd(34)}${'brotli'.padStart(10)}${'budget'.padStart(10)}`);
for (const { name, brotliBytes, budgetBytes } of rows)
  console.log(
    `${name.padEnd(34)}${kilo(brotliBytes)}${kilo(budgetBytes)}${brotliBytes > budgetBytes ? '  over' : ''}`,
  );

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}
