/** Version of the wire; a frame carries it, an unknown higher one is read as far as it is understood. */
export const PROTOCOL_VERSION = 1;

/** Where the connector's face to the page begins. */
export const API_PREFIX = '/chat/v1';

/** Characters in one text message (Chat SDK and Omni clients: 1 to 4096). */
export const MAX_TEXT_LENGTH = 4096;
/** Bytes in one file (Omni mobile SDKs: 50 MB). */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** Characters in a file name (Omni mobile SDKs: 1 to 100; the media store itself allows 255). */
export const MAX_FILE_NAME_LENGTH = 100;
/** Entries in a parameter map (Digital REST APIs). */
export const MAX_PARAMETERS = 20;
/** Characters in a parameter's name (Chat SDK `MappedData`). */
export const MAX_PARAMETER_KEY_LENGTH = 64;
/** Characters in a parameter's value (Chat SDK `MappedData`). */
export const MAX_PARAMETER_VALUE_LENGTH = 256;
/** Characters in the name of a customer (Digital REST APIs). */
export const MAX_DISPLAY_NAME_LENGTH = 70;
/** Buttons under one message, or in one carousel item (Custom Messaging). */
export const MAX_ACTIONS = 5;
/** Cards in one carousel (Custom Messaging). */
export const MAX_CAROUSEL_ITEMS = 10;
/** Characters on a button, a card's title and a place's name (Custom Messaging). */
export const MAX_ACTION_TEXT_LENGTH = 50;
/** Characters in a button's payload (Custom Messaging). */
export const MAX_ACTION_PAYLOAD_LENGTH = 512;
/** Characters in a card's description (Custom Messaging). */
export const MAX_ITEM_DESCRIPTION_LENGTH = 256;
/** Characters in an address (Custom Messaging). */
export const MAX_ADDRESS_LENGTH = 512;
/** Files on one message (Custom Messaging). */
export const MAX_ATTACHMENTS = 25;

/** Messages on one page of history: default and most (the Chat SDK's are 10 and 50). */
export const HISTORY_PAGE_SIZE = 25;
/** Most messages that one page of history may ask for. */
export const MAX_HISTORY_PAGE_SIZE = 50;
/** Log entries in one answer to a range request. */
export const MAX_RANGE_ENTRIES = 256;

/** Bytes in one frame or JSON body. */
export const MAX_FRAME_BYTES = 64 * 1024;

/** The server's beat on WebSocket and SSE (guarantees, rule 8: proxies commonly cut at 60 s). */
export const HEARTBEAT_MS = 15_000;
/** A stream silent for so long is dead. */
export const SILENCE_MS = 35_000;
/** A long poll answers within so long, with the heads. */
export const POLL_WAIT_MS = 25_000;
/** A WebSocket must authenticate within so long of opening. */
export const AUTHENTICATE_WITHIN_MS = 5_000;

/** Contents that may be sent, by ending. AXP does not publish its list; this one begins with its icon list. */
export const FILE_TYPES: Readonly<Record<string, string>> = {
  avi: 'video/x-msvideo',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};
