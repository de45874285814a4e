import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect`, silent on a server: React 18 warns there of an effect that it will not run. */
export const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect;
