/**
 * The top of an element in the next frame as that is drawn, CSS px; undefined where it is not in the document. Whoever asks between
 * two frames is told of a layout that nobody has seen, where a picture has come and the list has not been measured.
 */
export function drawnTop(element: Element | undefined): Promise<number | undefined> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      if (!element) return resolve(undefined);
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect();
        resolve(element.isConnected ? entry?.boundingClientRect.top : undefined);
      });
      observer.observe(element);
    });
  });
}
