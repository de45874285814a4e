import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { rise, token } from '../../theme/index.ts';
import { useDesk, useDeskSpeech } from '../data/DeskContext.tsx';

/** A notice stays so long, milliseconds: two sentences can be read twice. */
const SHOWN_MS = 7_000;

/** What happened without the agent's doing, told once under the top line. */
export function NoticeBar(): ReactElement {
  const { words, clock } = useDeskSpeech();
  const notice = useDesk((state) => state.notice);
  const [overSerial, setOverSerial] = useState(0);
  useEffect(() => {
    if (!notice) return;
    const timer = clock.after(SHOWN_MS, () => setOverSerial(notice.serial));
    return () => clock.clear(timer);
  }, [notice, clock]);
  return (
    <Root role="status">
      {notice && notice.serial > overSerial && (
        <p key={notice.serial}>{words.notices[notice.kind](notice.name)}</p>
      )}
    </Root>
  );
}

const Root = styled.div`
  position: fixed;
  z-index: 6;
  inset-block-start: 60px;
  inset-inline: 0;
  display: flex;
  justify-content: center;
  pointer-events: none;

  p {
    max-inline-size: 480px;
    margin: 0;
    padding: 10px 16px;
    border-radius: ${token('radiusControl')};
    background: ${token('ink')};
    color: ${token('canvas')};
    box-shadow: ${token('shadowPopover')};
    font-size: ${token('textMeta')};
    text-wrap: balance;
    animation: ${rise} ${token('calm')} ease-out;
  }
`;
