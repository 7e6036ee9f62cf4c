export function peersText() {
  return '';
}
