import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import type { MessageBody } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { Icon } from '../base/Icon.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { ActionButtons } from './ActionButtons.tsx';
import { Card, CardText } from './Card.ts';
import { cardIcons } from './cardIcons.ts';

/** A place: name, address, a way to the map. Drawn by ourselves, so that showing it tells no map service anything. */
export const LocationCard = withRef<HTMLDivElement, LocationCardProps>(
  'LocationCard',
  ({ location, mapUrl = openStreetMap, ...rest }, ref) => {
    const words = useWords();
    const { latitude, longitude, name, address } = location;
    return (
      <Card ref={ref} dir="auto" {...rest}>
        <Chart aria-hidden="true">
          <Icon d={cardIcons.pin} size={36} strokeWidth={1.5} />
        </Chart>
        <CardText>
          <div>{name || words.location.place}</div>
          <div>{address || <bdi>{`${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}</bdi>}</div>
        </CardText>
        <ActionButtons
          actions={[{ type: 'link', text: words.location.openMap, uri: mapUrl(latitude, longitude) }]}
        />
      </Card>
    );
  },
);

/** Properties of `LocationCard`; the rest goes to its `div`. */
export interface LocationCardProps extends HTMLAttributes<HTMLDivElement> {
  readonly location: Pick<
    Extract<MessageBody, { type: 'location' }>,
    'latitude' | 'longitude' | 'name' | 'address'
  >;
  /** Where "Open in a map" leads; degrees, WGS 84. Default OpenStreetMap, opened only when pressed. */
  readonly mapUrl?: ((latitude: number, longitude: number) => string) | undefined;
}

function openStreetMap(latitude: number, longitude: number): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
}

/* Streets by gradients: enough to say "map" without a picture from anywhere. */
const Chart = styled.div`
  --street: ${token('canvas')};
  display: grid;
  place-items: center;
  block-size: 112px;
  color: ${token('accentText')};
  background:
    linear-gradient(
      96deg,
      transparent 31%,
      var(--street) 31% 34%,
      transparent 34% 71%,
      var(--street) 71% 73%,
      transparent 73%
    ),
    linear-gradient(
      8deg,
      transparent 26%,
      var(--street) 26% 31%,
      transparent 31% 66%,
      var(--street) 66% 69%,
      transparent 69%
    ),
    linear-gradient(142deg, transparent 55%, var(--street) 55% 58%, transparent 58%), ${token('bubbleOther')};

  svg {
    margin-block-end: 28px;
    fill: ${token('canvas')};
  }
`;
