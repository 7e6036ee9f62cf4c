// Tables and numbers as BENCHMARKS.md shows them.

export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function seconds(value) {
  return `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

export function ratio(value, to) {
  return `${(value / to).toFixed(2)}×`;
}
