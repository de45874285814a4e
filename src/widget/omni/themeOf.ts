import { paper, themeFromBrand } from '../../theme/index.ts';
import type { BaseTokens, Theme } from '../../theme/index.ts';
import type { AxpOmniSdkMessagingUiTheme } from './theme.ts';

/** Our text is 15 px before it is scaled (look.md). */
const BODY_PX = 15;
const MAX_FONT_SCALE = 2;

/**
 * A documented theme as one of ours: the accent makes a whole theme whose contrasts hold, and every colour that is given
 * besides is taken as it is. The same by day and by night, as the page says it. Values that CSS does not know are left out.
 */
export function themeOf(name: string, custom: AxpOmniSdkMessagingUiTheme | undefined): Theme {
  if (!custom) return paper;
  const { messages, messagingWindow } = custom;
  const accent = colour(messages?.customer?.backgroundColor) ?? colour(messagingWindow?.accentColor);
  const base = accent === undefined ? paper : themeFromBrand(hexOf(accent));
  const light: BaseTokens = { ...base.light, ...tokensOf(custom) };
  return { name, light, dark: light };
}

/** The colour of the bubble in the corner; undefined where the theme names none. */
export function bubbleColour(custom: AxpOmniSdkMessagingUiTheme | undefined): string | undefined {
  return colour(custom?.messageBubble?.backgroundColor) ?? colour(custom?.messagingWindow?.accentColor);
}

function tokensOf(custom: AxpOmniSdkMessagingUiTheme): Partial<BaseTokens> {
  const { messages, messagingWindow, brandDetails, brandPane, textInput } = custom;
  const { agent, customer, fontConfig } = messages ?? {};
  const family = fontConfig?.fontFamily ?? agent?.fontConfig?.fontFamily ?? textInput?.fontConfig?.fontFamily;
  const heading = messagingWindow?.title?.fontConfig?.fontFamily ?? brandPane?.brandNameFont?.fontFamily;
  return present({
    canvas: colour(messagingWindow?.backgroundColor),
    ink: colour(agent?.fontConfig?.color) ?? colour(fontConfig?.color),
    accent: colour(customer?.backgroundColor),
    accentInk: colour(customer?.fontConfig?.color),
    brand: bubbleColour(custom),
    bubbleOther: colour(agent?.backgroundColor),
    radius: valid('border-radius', agent?.borderRadius ?? customer?.borderRadius),
    font: valid('font-family', family ?? brandDetails?.fontFamily),
    fontHeading: valid('font-family', heading ?? brandDetails?.fontFamily),
    fontScale: scaleOf(fontConfig?.fontSize),
  });
}

/** The browser reads the colour for us: one pixel of it, whatever notation it was written in. */
function hexOf(text: string): string {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!brush) return text;
  brush.fillStyle = text;
  brush.fillRect(0, 0, 1, 1);
  const channels = Array.from(brush.getImageData(0, 0, 1, 1).data).slice(0, 3);
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Never smaller than ours: below it, phones zoom in when one writes. */
function scaleOf(fontSize: string | undefined): string | undefined {
  const px = /^([\d.]+)px$/.exec(fontSize ?? '')?.[1];
  if (px === undefined) return undefined;
  return String(Math.min(Math.max(Number(px) / BODY_PX, 1), MAX_FONT_SCALE));
}

function colour(given: string | undefined): string | undefined {
  return valid('color', given);
}

/** A value goes into a style sheet: what the browser does not know as one, or holds more than one, stays outside. */
function valid(property: string, given: string | undefined): string | undefined {
  return given !== undefined && !/[;{}]/.test(given) && CSS.supports(property, given) ? given : undefined;
}

function present(tokens: { readonly [Name in keyof BaseTokens]?: string | undefined }): Partial<BaseTokens> {
  return Object.fromEntries(Object.entries(tokens).filter(([, value]) => value !== undefined));
}
