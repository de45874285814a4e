import { memo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { css } from 'styled-components';
import type { TextFormat } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { stripBidi } from '../base/participantName.ts';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { parseMarkdown, parsePlain } from './markdown.ts';
import type { Block } from './markdown.ts';
import type { Inline } from './markdownInline.ts';

/** What stands in a `MessageText`, for an element with its style. */
export const TextBlocks = memo(function TextBlocks({ text, format }: TextBlocksProps): ReactElement {
  const blocks = format === 'markdown' ? parseMarkdown(text) : parsePlain(text);
  return <>{blocks.map(renderBlock)}</>;
});

type TextBlocksProps = { readonly text: string; readonly format: TextFormat };

function renderBlock(block: Block, index: number): ReactNode {
  if (block.type === 'code')
    return (
      // A wide line scrolls inside its box, so the box must be reachable by keyboard.
      <pre key={index} dir="ltr" tabIndex={0}>
        <code>{block.text}</code>
      </pre>
    );
  if (block.type === 'paragraph')
    return (
      <p key={index} dir="auto">
        {block.children.map(renderInline)}
      </p>
    );
  const items = block.items.map((item, place) => (
    <li key={place} dir="auto">
      {item.map(renderInline)}
    </li>
  ));
  return block.ordered ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>;
}

function renderInline(inline: Inline, index: number): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return (
        <code key={index} dir="ltr">
          {inline.text}
        </code>
      );
    case 'strong':
      return <strong key={index}>{inline.children.map(renderInline)}</strong>;
    case 'emphasis':
      return <em key={index}>{inline.children.map(renderInline)}</em>;
    case 'link':
      return <TextLink key={index} link={inline} />;
  }
}

function TextLink({ link }: { link: Extract<Inline, { type: 'link' }> }): ReactElement {
  const words = useWords();
  const opensWindow = /^https?:/.test(link.href);
  const label = link.children.map((child) => ('text' in child ? stripBidi(child.text) : '')).join('');
  return (
    <>
      <a
        href={link.href}
        rel="noopener noreferrer nofollow ugc"
        referrerPolicy="no-referrer"
        {...(opensWindow && { target: '_blank' })}
      >
        <bdi>{label}</bdi>
        {/* A direction of its own: our words do not decide that of the message. */}
        {opensWindow && <VisuallyHidden dir="auto">{` (${words.message.opensNewWindow})`}</VisuallyHidden>}
      </a>
      {link.host !== undefined && (
        <small>
          {' '}
          (<bdi>{link.host}</bdi>)
        </small>
      )}
    </>
  );
}

/** How the words of a message look. */
export const textStyle: ReturnType<typeof css> = css`
  min-inline-size: 0;
  overflow-wrap: anywhere;

  :where(&) :is(p) {
    margin: 0;
    white-space: pre-wrap;
  }
  :where(&) :is(ul, ol) {
    margin: 0;
    padding-inline-start: 1.35em;
  }
  :where(&) :is(* + p, * + ul, * + ol, * + pre, pre + *) {
    margin-block-start: ${token('space3')};
  }
  :where(&) :is(strong) {
    font-weight: ${token('weightStrong')};
  }
  :where(&) :is(small) {
    font-size: ${token('textMeta')};
    opacity: 0.85;
  }
  :where(&) :is(a) {
    /* Of what is only heard in it. */
    position: relative;
    color: inherit;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor 45%, transparent);
    text-underline-offset: 0.18em;
    border-radius: 2px;
  }
  :where(&) :is(a:hover) {
    text-decoration-color: currentColor;
  }
  :where(&) :is(a:focus-visible) {
    outline-color: currentColor;
  }
  :where(&) :is(code) {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: color-mix(in oklab, currentColor 10%, transparent);
    font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, 'Liberation Mono', monospace;
    font-size: 0.9em;
  }
  :where(&) :is(pre) {
    margin: 0;
    padding: ${token('space3')};
    border-radius: ${token('radiusInner')};
    background: color-mix(in oklab, currentColor 8%, transparent);
    overflow-x: auto;
    text-align: left;
  }
  :where(&) :is(pre code) {
    padding: 0;
    background: none;
    overflow-wrap: normal;
  }
`;
