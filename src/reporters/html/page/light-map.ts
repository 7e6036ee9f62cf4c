/** Pointing at a place of the map, or reaching it by key, lights all that is lost with it and dims the rest. */
export function lightMap(page: Document): void {
  for (const hint of page.querySelectorAll<HTMLElement>('[data-script]')) hint.hidden = false;
  for (const map of page.querySelectorAll<SVGSVGElement>('.map-picture')) {
    const edges = [...map.querySelectorAll<SVGPathElement>('path[data-from]')];
    const nodes = [...map.querySelectorAll<SVGAElement>('[data-node]')];
    const light = (start: string | undefined): void => {
      const lost = nodes.filter((node) => start !== undefined && (node.dataset['by'] ?? '').split(' ').includes(start));
      const names = new Set(lost.map((node) => node.dataset['node']));
      map.classList.toggle('lit', start !== undefined);
      for (const node of nodes) node.classList.toggle('on', names.has(node.dataset['node']));
      for (const { classList, dataset } of edges)
        classList.toggle('on', names.has(dataset['from']) && names.has(dataset['to']));
    };
    for (const node of nodes) {
      const name = node.dataset['node'];
      for (const on of ['pointerenter', 'focus']) node.addEventListener(on, () => light(name));
      for (const off of ['pointerleave', 'blur']) node.addEventListener(off, () => light(undefined));
    }
  }
}
