export { behaves, type LineBehaviour, type RequestFault } from './scripted/behaviours.ts';
export { createScriptedConnector, type ScriptedConnector } from './scripted/scriptedConnector.ts';
