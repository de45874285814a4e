/** What the element of the Omni SDK takes from its core besides the door: nothing for pages. */
export { clientOptions } from './clientOptions.ts';
export { readInit, readLogLevel, readParameters, type InitParams } from './initParams.ts';
export { isObject } from './isObject.ts';
export { omniErrorOf } from './omniSdkError.ts';
export { plainToken } from './plainToken.ts';
export { createTokenSupply, type TokenSupply } from './tokenSupply.ts';
