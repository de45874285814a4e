/** An application that makes a client and uses nothing else of it: what its size is measured on (budgets.ts). */
export { createChatClient } from '../../src/client/index.ts';
