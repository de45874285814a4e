import { Component } from 'react';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';

/** Catches what throws while rendering below it, shows `ErrorState` in its place, and lets the reader try again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  static displayName = 'ErrorBoundary';

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ErrorState onRetry={() => this.setState({ failed: false })} />;
  }
}

/** Properties of `ErrorBoundary`. */
export interface ErrorBoundaryProps {
  readonly children?: ReactNode;
  /** Told of what was thrown. */
  readonly onError?: ((error: unknown) => void) | undefined;
}
