import axe from 'axe-core';
import { axeFaults } from '../../src/testing/axeFaults.ts';

/** What axe-core finds in a part of a page, one line each, by what we give to others. Rules about whole pages are left to the journeys. */
export function violations(container: Element): Promise<readonly string[]> {
  return axeFaults(axe, container);
}
