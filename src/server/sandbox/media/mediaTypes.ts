/** Types that customers and agents may exchange. AXP does not publish its list; no SVG and no HTML, which can run script. */
const ALLOWED: readonly RegExp[] = [
  /^image\/(png|jpeg|gif|webp|avif|bmp|heic)$/,
  /^audio\/[\w.+-]+$/,
  /^video\/[\w.+-]+$/,
  /^text\/(plain|csv)$/,
  /^application\/(pdf|json|zip|rtf|msword|vnd\.ms-(excel|powerpoint))$/,
  /^application\/vnd\.openxmlformats-officedocument\.[\w.-]+$/,
  /^application\/vnd\.oasis\.opendocument\.[\w.-]+$/,
];

/** Whether files of this type are taken. Parameters like a charset do not matter. */
export function isAllowedType(contentType: string): boolean {
  const essence = essenceOf(contentType);
  return ALLOWED.some((pattern) => pattern.test(essence));
}

/** Whether a browser may show it in place; everything else is for saving. */
export function isInlineType(contentType: string): boolean {
  return /^(image|audio|video)\//.test(essenceOf(contentType));
}

/** The type without its parameters, lower case. */
export function essenceOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}
