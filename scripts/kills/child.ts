import { runTrapped } from './trapped.ts';

runTrapped();
