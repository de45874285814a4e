/**
 * Puts the widget into the shop's page: its configuration as JSON and the script tag, at `<!-- colloquy -->` or else
 * before `</body>`. The page's own `<script>` and `<style>` get the nonce of the policy.
 */
export function renderShopPage(template: string, page: ShopPage): string {
  const nonce = `nonce="${page.nonce}"`;
  const attributes = Object.entries(page.attributes).map(
    ([name, value]) => `${name}="${escapeAttribute(value)}"`,
  );
  const config = `<script type="application/json" id="colloquy-demo" ${nonce}>${jsonForScript(page.config)}</script>`;
  const tag = `<script src="${page.script}" defer ${nonce} ${attributes.join(' ')}></script>`;
  const own = template.replace(/<(script|style)(?=[\s>])(?![^>]*\bnonce=)/g, `<$1 ${nonce}`);
  const at = own.includes(PLACE) ? own.indexOf(PLACE) : own.lastIndexOf('</body>');
  const cut = at < 0 ? own.length : at;
  return `${own.slice(0, cut)}${config}\n${tag}\n${own.slice(cut)}`;
}

/** What the server knows that the page does not. */
export interface ShopPage {
  /** Of the content security policy; base64url. */
  readonly nonce: string;
  /** Address of the widget's script. */
  readonly script: '/widget.js' | '/inspected/widget.js';
  /** Attributes of the widget's script tag. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Found by the page in `#colloquy-demo`. */
  readonly config: Readonly<Record<string, unknown>>;
}

const PLACE = '<!-- colloquy -->';

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** No `</script` nor `<!--` can appear where no `<` can. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
