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
