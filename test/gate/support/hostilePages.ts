/** A page that does not make it easy: what stands in its head before the widget, and in its body. */
export interface HostilePage {
  readonly name: string;
  readonly style?: string;
  readonly script?: string;
  readonly body?: string;
  readonly html?: string;
}

const style = (name: string, text: string): HostilePage => ({ name, style: text });
const script = (name: string, text: string): HostilePage => ({ name, script: text });
const body = (name: string, text: string): HostilePage => ({ name, body: text });

/** Generated from this table: one host page each. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  style('a reset of everything', '*,*::before,*::after{all:unset}'),
  style('a reset that is important', 'body *,html>*:not(head):not(body){all:initial!important}'),
  style('strangers hidden', 'html>*:not(head):not(body),body>*:not(p){display:none!important}'),
  style('everything invisible', '*{visibility:hidden!important;opacity:0!important}'),
  style('nothing takes a click', '*{pointer-events:none!important}'),
  style(
    'huge text',
    '*{font:700 48px/3 serif!important;letter-spacing:1em!important;text-transform:uppercase!important}',
  ),
  style(
    'boxes turned around',
    '*{box-sizing:content-box!important;margin:9px!important;padding:9px!important;border:3px solid red!important}',
  ),
  style('everything floats', '*{float:left!important;position:static!important;clear:both!important}'),
  style('everything is small and moved', '*{transform:scale(.5) translateX(400px)!important}'),
  style('slow transitions on all', '*{transition:all 9s!important;animation:none!important}'),
  style('buttons and inputs redrawn', 'button,input,textarea,svg,div,section,p{display:none!important}'),
  style(
    'our own variables',
    ':root{--launcher:red;--cq-canvas:red;--cq-ink:red;--cq-space-1:90px;--cq-text-body:2px}',
  ),
  style('a body that is transformed', 'body{transform:translateY(-300px) rotate(4deg)}'),
  style(
    'a body that is filtered and clipped',
    'body{filter:blur(3px);clip-path:inset(40%);overflow:hidden;contain:strict}',
  ),
  style('a body that is gone', 'body{display:none}'),
  style('a document that is zoomed', 'html{zoom:1.5}'),
  style('tiny root text', 'html{font-size:4px;line-height:0;color:transparent}'),
  style('vertical writing', 'html{writing-mode:vertical-rl;direction:rtl;text-orientation:upright}'),
  style('rules for print alone', '@media print{*{display:block!important}}@page{margin:0}'),
  { name: 'a right-to-left page', html: 'dir="rtl" style="direction:rtl;unicode-bidi:bidi-override"' },
  body(
    'a veil at the top of the stack',
    '<div style="position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#0001"></div>',
  ),
  script(
    'an enriched Array.prototype',
    `Array.prototype.each=function(){};Array.prototype.remove=function(){throw 1};Array.prototype.last=function(){return 1};`,
  ),
  script(
    'arrays that write themselves (Prototype.js)',
    `Array.prototype.toJSON=function(){return '['+this.map(String)+']'};`,
  ),
  script(
    'Array methods wrapped',
    `for(const n of ['map','filter','forEach','some','find','flatMap','push'])((f)=>{Array.prototype[n]=function(...a){return f.apply(this,a)}})(Array.prototype[n]);Array.from=((f)=>function(a,b){return f.call(Array,a,b)})(Array.from);`,
  ),
  script(
    'a polluted Object.prototype',
    `Object.prototype.extend=function(){};Object.prototype.shell='page';Object.prototype.storage='none';Object.prototype.frame='https://evil.example';Object.prototype.hostUrl='https://evil.example';Object.prototype.children=['x'];`,
  ),
  script('a Promise of its own', `window.Promise=class ZoneAwarePromise extends Promise{};`),
  script(
    'a fetch of its own',
    `window.fetch=((f)=>function(...a){return f.apply(window,a).then((r)=>r)})(window.fetch);`,
  ),
  script(
    'JSON wrapped',
    `JSON.stringify=((f)=>(...a)=>f(...a))(JSON.stringify);JSON.parse=((f)=>(...a)=>f(...a))(JSON.parse);`,
  ),
  script(
    'an old Function.prototype.bind',
    `Function.prototype.bind=function(self){const f=this,a=[].slice.call(arguments,1);return function(){return f.apply(self,a.concat([].slice.call(arguments)))}};Function.prototype.delay=function(){};`,
  ),
  script(
    'listeners wrapped (zone.js)',
    `EventTarget.prototype.addEventListener=((f)=>function(t,l,o){return f.call(this,t,typeof l==='function'?function(e){return l.call(this,e)}:l,o)})(EventTarget.prototype.addEventListener);`,
  ),
  script(
    'timers wrapped',
    `for(const n of ['setTimeout','setInterval','queueMicrotask','requestAnimationFrame'])((f)=>{window[n]=(...a)=>f(...a)})(window[n]);`,
  ),
  script('a console that is gone', `window.console={};`),
  script(
    'no storage',
    `for(const n of ['localStorage','sessionStorage'])Object.defineProperty(window,n,{get(){throw new DOMException('no','SecurityError')}});`,
  ),
  script(
    'no IndexedDB, no locks, no channel',
    `delete window.indexedDB;Object.defineProperty(window,'indexedDB',{value:undefined});Object.defineProperty(navigator,'locks',{value:undefined});window.BroadcastChannel=undefined;`,
  ),
  script('no mutation observers', `window.MutationObserver=undefined;`),
  script(
    'no observers at all',
    `delete window.MutationObserver;delete window.ResizeObserver;delete window.IntersectionObserver;`,
  ),
  script(
    'a history that refuses',
    `history.pushState=history.replaceState=function(){throw new Error('no')};`,
  ),
  script(
    'AMD and CommonJS on the page',
    `window.define=function(){throw new Error('define')};window.define.amd={};window.module={exports:{}};window.exports=window.module.exports;window.require=function(){throw new Error('require')};`,
  ),
  script(
    'React, Preact and jQuery of other times',
    `window.React={version:'0.13'};window.preact={options:{}};window.$=window.jQuery=function(){return this};window.process={env:{}};`,
  ),
  script('a window with a name', `window.name='{"__proto__":{"shell":"page"}}';`),
  body(
    'DOM clobbering by id',
    '<a id="Colloquy"></a><a id="fetch"></a><a id="customElements"></a><form id="config"><input name="attributes"></form>',
  ),
  body(
    'DOM clobbering of the document',
    '<img name="body"><img name="head"><form name="title"></form><img name="getElementById"><img name="activeElement"><img name="visibilityState">',
  ),
  body(
    'elements of our names',
    '<colloquy-widget></colloquy-widget><div class="launcher">x</div><section aria-label="Other">y</section>',
  ),
];
