export { behaves, type LineBehaviour, type RequestFault } from './scripted/behaviours.ts';
export { createScriptedConnector, type ScriptedConnector } from './scripted/scriptedConnector.ts';
export { createTestCenter, type TestCenter, type TestCenterOptions } from './center/createTestCenter.ts';
export { createMemoryStorage, createTestClient, type TestClientOptions } from './center/createTestClient.ts';
export type { FaultPlan } from './center/faultPlan.ts';
export type { ScriptedAgent } from './center/scriptedAgent.ts';
export { createSeededRandom, createSimulatedClock, type SimulatedClock } from '../lib/index.ts';
export { clientRules, type ClientRule, type ClientUnderTest } from './clientRules.ts';
export {
  openScenario,
  type BegunStep,
  type Scenario,
  type ScenarioOptions,
} from './scenario/openScenario.ts';
export { agent, customer, line, pause, type ScenarioStep } from './scenario/scenarioSteps.ts';
export { build, BUILT_AT_MS } from './build.ts';
export { axeFaults, type AxeCore, type AxeOptions, type AxeResults } from './axeFaults.ts';
export { createChatPage, type ChatPage } from './pages/createChatPage.ts';
export {
  onPlaywright,
  onTestingLibrary,
  type ChatDriver,
  type Name,
  type RoleLocator,
  type RoleLocators,
  type RoleQueries,
  type UserActions,
} from './pages/driver.ts';
