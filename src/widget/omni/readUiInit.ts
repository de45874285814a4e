import { isObject, readInit, readParameters } from '../../facades/omni-sdk/core/forElement.ts';
import type { InitParams } from '../../facades/omni-sdk/core/forElement.ts';
import type { Parameters } from '../../protocol/index.ts';
import type { AxpOmniSdkMessagingUiConfig } from './uiConfig.ts';
import { textIn } from './wordsOf.ts';

/** Checked parameters of an element's `init`, with what its configuration says. */
export interface UiInit {
  readonly params: InitParams;
  readonly contextParameters: Parameters | undefined;
}

/**
 * Reads what was given to `init` over the configuration. Throws as `AxpOmniSdk.init` rejects.
 * @param report hears that a member of the token provider failed.
 */
export function readUiInit(
  given: unknown,
  config: AxpOmniSdkMessagingUiConfig | undefined,
  locale: string,
  report: (name: string) => void,
): UiInit {
  const own = isObject(given) ? given : {};
  const { jwt, jwtProvider, userName, displayName, contextParameters, sessionParameters } = own;
  const guest = textIn(config?.displayStrings?.userDetails?.anonymousCustomerName, locale);
  const named = userName ?? displayName ?? guest;
  const params = {
    ...config,
    token: jwt,
    jwtProvider,
    sessionParameters: merged(config?.sessionParameters, sessionParameters),
    ...(named !== undefined && { displayName: named }),
  };
  return {
    params: readInit(params, report),
    contextParameters: contextParameters === undefined ? undefined : readParameters(contextParameters),
  };
}

/** What is no map stays what it is, to be refused. */
function merged(configured: Readonly<Record<string, string>> | undefined, given: unknown): unknown {
  return given === undefined || isObject(given) ? { ...configured, ...given } : given;
}
