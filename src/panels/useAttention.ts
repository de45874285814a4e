import { useEffect, useState } from 'react';

/** Whether somebody may be looking: the panel is shown (`shown`) and the page is not hidden. */
export function useAttention(shown: boolean): boolean {
  const [isPageVisible, setIsPageVisible] = useState(true);
  useEffect(() => {
    const read = (): void => setIsPageVisible(document.visibilityState !== 'hidden');
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, []);
  return shown && isPageVisible;
}
