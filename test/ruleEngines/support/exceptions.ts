import type { Exception } from './finding.ts';

const DESCRIPTION: Pick<Exception, 'about' | 'reason' | 'link'> = {
  about: /aria-description/,
  reason: 'aria-description is of ARIA 1.3; the engines know 1.2. The browsers have it.',
  link: 'https://www.w3.org/TR/wai-aria-1.3/#aria-description',
};

/** What IBM's engine finds and we let be. */
export const IBM_EXCEPTIONS: readonly Exception[] = [
  { rule: 'aria_attribute_allowed', ...DESCRIPTION },
  {
    rule: 'element_tabbable_role_valid',
    about: /role="log"|<pre |<[ou]l [^>]*tabindex="0"/,
    reason:
      'Transcript, code, cards and event list scroll once they are full, and must be reached by keyboard then. The engine lets that be, ' +
      'and objects while they are not full yet; a tab stop that came and went with the content would be worse.',
    link: 'https://www.w3.org/WAI/standards-guidelines/act/rules/0ssw9k/',
  },
];

/** What Alfa finds and we let be. */
export const ALFA_EXCEPTIONS: readonly Exception[] = [
  { rule: 'sia-r20', ...DESCRIPTION },
  {
    rule: 'sia-r54',
    about: /aria-relevant="additions"/,
    reason:
      'The assertive region holds places that are told one by one; were it atomic, each new text would bring the old ones again ' +
      '(heard with Orca). The rule maps to no success criterion.',
    link: 'https://alfa.siteimprove.com/rules/sia-r54',
  },
  {
    rule: 'sia-r66',
    reason:
      'Contrast of 7:1 is level AAA (1.4.6), the floor is AA; sia-r69 holds that. More contrast is a setting.',
    link: 'https://alfa.siteimprove.com/rules/sia-r66',
  },
  {
    rule: 'sia-r73',
    reason:
      'Line height of 1.5 within paragraphs is level AAA (1.4.8). The reader may set it: npm run stories -- --reflow.',
    link: 'https://alfa.siteimprove.com/rules/sia-r73',
  },
  {
    rule: 'sia-r111',
    reason:
      'Targets of 44 px are level AAA (2.5.5); 24 px (2.5.8) is sia-r113, which counts. By touch ours have 44.',
    link: 'https://alfa.siteimprove.com/rules/sia-r111',
  },
  {
    rule: 'sia-r78',
    about: /<h1 style="position: absolute|Chat with us|Wolfeschlegel/,
    reason:
      "The stage's own hidden heading over a story that is a sign without text, or the title of a frame right before the heading of the empty chat or of nothing, where a header stands alone: all are of level 2, since that one also stands alone.",
    link: 'https://alfa.siteimprove.com/rules/sia-r78',
  },
  {
    rule: 'sia-r113',
    about: /<button [^>]*data-chosen=/,
    reason:
      'A target that is partly scrolled out of the transcript is measured by what is left of it. What targets measure in full is ' +
      'held by npm run stories -- --reflow.',
    link: 'https://alfa.siteimprove.com/rules/sia-r113',
  },
  {
    rule: 'sia-r87',
    reason:
      'A link that skips to the content is of whole pages; a stage has nothing to skip, and a chat is no page of a site.',
    link: 'https://alfa.siteimprove.com/rules/sia-r87',
  },
];
