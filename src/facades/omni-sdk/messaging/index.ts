export {
  AxpMessaging,
  createAxpMessaging,
  type AxpMessagingNamespace,
  type EventStreamFailed,
  EventStreamFailureReason,
} from './axpMessaging.ts';
export { AxpMessagingConversation, type AxpMessagingConversationTrait } from './messagingConversation.ts';
export {
  AttachmentMessage,
  AttachmentMessage as SendMessageAttachment,
  LocationMessage,
  PostbackMessage,
  PostbackMessage as SendMessagePostBackAction,
  ReplyMessage,
  ReplyMessage as SendMessageReplyAction,
  SendMessageLocation,
  TextMessage,
  TextMessage as SendTextMessage,
  type MessageRequest,
} from './requests.ts';
export * from './types.ts';
