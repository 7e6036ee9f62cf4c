import { onExit } from 'signal-exit';

const pending = new Set<() => void>();
let listening = false;

/**
 * Undoes something half done if the process ends before the returned function is called, also by a signal. From then on
 * signals are listened for to the end: one that came just before a listener was taken away would be lost.
 */
export function undoOnExit(undo: () => void): () => void {
  pending.add(undo);
  if (!listening) onExit(() => pending.forEach((one) => one()));
  listening = true;
  return () => {
    pending.delete(undo);
  };
}
