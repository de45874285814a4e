import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { styled } from 'styled-components';
import { Button } from '../../components/index.ts';
import { token } from '../../theme/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { faultCode } from '../data/deskFault.ts';
import { TextField } from '../parts/Field.tsx';

/** The one door: agents and the administrator sign in here, and the name decides what opens. */
export function SignInPage({ isExpired, onSignIn }: SignInPageProps): ReactElement {
  const { words } = useDeskSpeech();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<'wrong' | 'unreachable' | 'failed'>();
  const form = useRef<HTMLFormElement>(null);
  // There is nothing else on the page: whoever comes here comes to type.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || user.trim() === '' || password === '') return;
    setIsBusy(true);
    try {
      await onSignIn(user.trim(), password);
    } catch (fault) {
      const code = faultCode(fault);
      setTrouble(code === 'signed-out' ? 'wrong' : code === 'unreachable' ? 'unreachable' : 'failed');
      setIsBusy(false);
    }
  };
  return (
    <Ground>
      <Sheet ref={form} aria-labelledby="door" onSubmit={(event) => void submit(event)}>
        <h1 id="door">{words.door.heading}</h1>
        <p>{words.door.text}</p>
        {isExpired && !trouble && <Notice role="status">{words.door.expired}</Notice>}
        <TextField
          label={words.door.user}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={user}
          onText={setUser}
        />
        <TextField
          label={words.door.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onText={setPassword}
        />
        {trouble && (
          <Notice role="alert" data-tone="danger">
            {words.door[trouble]}
          </Notice>
        )}
        <Button type="submit" tone="primary" aria-busy={isBusy} disabled={isBusy}>
          {words.door.signIn}
        </Button>
        <small>{words.door.memoryOnly}</small>
      </Sheet>
    </Ground>
  );
}

/** Properties of `SignInPage`. */
export interface SignInPageProps {
  /** The last sign-in ran out. */
  readonly isExpired: boolean;
  /** Rejects with a `DeskFault`. */
  readonly onSignIn: (user: string, password: string) => Promise<void>;
}

const Ground = styled.main`
  display: grid;
  place-items: center;
  min-block-size: 100vh;
  padding: 24px;
  background: ${token('surface')};
`;

const Sheet = styled.form`
  display: flex;
  flex-direction: column;
  gap: 16px;
  inline-size: min(380px, 100%);
  padding: 32px;
  border-radius: ${token('radiusFrame')};
  background: ${token('canvas')};
  box-shadow: ${token('shadowFrame')};

  h1 {
    margin: 0;
    font-family: ${token('fontHeading')};
    font-size: 22px;
    font-weight: ${token('weightStrong')};
    line-height: calc(28 / 22);
  }
  p {
    margin: -12px 0 4px;
    color: ${token('inkSoft')};
    text-wrap: pretty;
  }
  small {
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
    text-wrap: pretty;
  }
`;

const Notice = styled.div`
  padding: 10px 12px;
  border-radius: 8px;
  background: ${token('accentSoft')};
  font-size: ${token('textMeta')};
  line-height: calc(18 / 13);
  text-wrap: pretty;

  &[data-tone='danger'] {
    background: ${token('dangerSoft')};
    color: ${token('danger')};
  }
`;
