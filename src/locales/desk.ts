import { deskDe } from './deskDe.ts';
import { deskEn } from './deskEn.ts';
import type { DeskWords } from './deskWords.ts';

/** The desk's words for a BCP 47 tag: German for `de` and its kin, else English. */
export function deskWords(locale: string): DeskWords {
  return /^de(-|$)/i.test(locale) ? deskDe : deskEn;
}
