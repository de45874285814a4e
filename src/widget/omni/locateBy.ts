import type { Locate } from '../../panels/index.ts';
import type { AxpOmniSdkMessagingUiConfig } from './uiConfig.ts';

/** The page's answer to a location request in our words; undefined where it leaves that to the browser. */
export function locateBy(ask: AxpOmniSdkMessagingUiConfig['onLocationRequest']): Locate | undefined {
  if (!ask) return undefined;
  return async () => {
    const { coordinates, address } = await ask();
    return {
      latitude: coordinates.lat,
      longitude: coordinates.long,
      ...(address?.name !== undefined && { name: address.name }),
      ...(address?.address !== undefined && { address: address.address }),
    };
  };
}
