import { ActionType, ElementType } from './types.ts';

/** What `sendMessage` takes: one of the five classes below. */
export interface MessageRequest {
  getType(): ElementType;
  getParentMessageId(): string | undefined;
}

/** What the five have in common. */
abstract class Request implements MessageRequest {
  private readonly parentMessageId: string | undefined;

  constructor(parentMessageId: string | undefined) {
    this.parentMessageId = parentMessageId;
  }

  abstract getType(): ElementType;

  getParentMessageId(): string | undefined {
    return this.parentMessageId;
  }
}

/** A text of 1 to 4096 characters. */
export class TextMessage extends Request {
  private readonly text: string;

  constructor(text: string, parentMessageId?: string) {
    super(parentMessageId);
    this.text = text;
  }

  getType(): ElementType {
    return ElementType.TEXT;
  }

  getText(): string {
    return this.text;
  }
}

/** One file of at most 50 MB, with a text of at most 4096 characters where wanted. */
export class AttachmentMessage extends Request {
  private readonly attachment: File;
  private readonly text: string | undefined;

  constructor(attachment: File, text?: string, parentMessageId?: string) {
    super(parentMessageId);
    this.attachment = attachment;
    this.text = text;
  }

  /** `image` for pictures, `file` for anything else. */
  getType(): ElementType {
    return this.attachment.type.startsWith('image/') ? ElementType.IMAGE : ElementType.FILE;
  }

  getAttachment(): File {
    return this.attachment;
  }

  getText(): string | undefined {
    return this.text;
  }
}

/** A place: degrees, an address of at most 512 and a name of at most 50 characters. */
export class LocationMessage extends Request {
  private readonly latitude: number;
  private readonly longitude: number;
  private readonly address: string | undefined;
  private readonly placeName: string | undefined;

  constructor(
    latitude: number,
    longitude: number,
    address?: string,
    name?: string,
    parentMessageId?: string,
  ) {
    super(parentMessageId);
    this.latitude = latitude;
    this.longitude = longitude;
    this.address = address;
    this.placeName = name;
  }

  getType(): ElementType {
    return ElementType.LOCATION;
  }

  getLatitude(): number {
    return this.latitude;
  }

  getLongitude(): number {
    return this.longitude;
  }

  getAddress(): string | undefined {
    return this.address;
  }

  getName(): string | undefined {
    return this.placeName;
  }
}

/** A button that the customer pressed: its payload, at most 512 characters, and its text, at most 50. */
export class PostbackMessage extends Request {
  private readonly payload: string;
  private readonly actionText: string | undefined;

  constructor(payload: string, actionText?: string, parentMessageId?: string) {
    super(parentMessageId);
    this.payload = payload;
    this.actionText = actionText;
  }

  getType(): ElementType {
    return ElementType.POST_BACK;
  }

  getPayload(): string {
    return this.payload;
  }

  getActionText(): string | undefined {
    return this.actionText;
  }

  getActionType(): ActionType {
    return ActionType.POST_BACK;
  }
}

/** A quick reply that the customer chose. Its icon is kept here and goes no further: our wire has no place for it. */
export class ReplyMessage extends Request {
  private readonly payload: string;
  private readonly actionText: string | undefined;
  private readonly iconUrl: string | undefined;

  constructor(payload: string, actionText?: string, iconUrl?: string, parentMessageId?: string) {
    super(parentMessageId);
    this.payload = payload;
    this.actionText = actionText;
    this.iconUrl = iconUrl;
  }

  getType(): ElementType {
    return ElementType.REPLY;
  }

  getPayload(): string {
    return this.payload;
  }

  getActionText(): string | undefined {
    return this.actionText;
  }

  getActionType(): ActionType {
    return ActionType.REPLY;
  }

  getIconUrl(): string | undefined {
    return this.iconUrl;
  }
}

/** The guide's `SendMessageLocation`: the name stands before the address. */
export class SendMessageLocation extends LocationMessage {
  constructor(
    latitude: number,
    longitude: number,
    name?: string,
    address?: string,
    parentMessageId?: string,
  ) {
    super(latitude, longitude, address, name, parentMessageId);
  }
}
