// The shapes that our modules hand each other. Nothing of it reaches a phone.

type Form = HTMLFormElement;

/** What is encrypted, under a name that it is bound to. */
type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/** What a phone keeps of its owner. */
type Card = {
  owner: string;
  zone: string;
  day_0: string;
  phone: string;
  night_phone: string;
  hours: string;
  emergency_number: string;
  crisis_line: string;
};

/** What the server says of the session that is open now. */
type Pass = Card & { csrf: string; refuses?: string };

/** An entry that is not sent yet. What stands after `parked` is sealed. */
type Row = {
  id: string;
  savedAt: number;
  tries?: number;
  error?: string;
  parked?: string;
  owner?: string;
  action: string;
  body: string;
  last?: Last;
  localTime?: string;
  zone?: string;
};

/** What goes where even that is refused, and after it. */
type Last = { id?: string; body?: string; last?: Last };

/** What the phone says of a symptom that acts alone. */
type Emergency = {
  changes: string[];
  title: string;
  text: string;
  /** The original beside it, where nobody has signed the translation. */
  english: string;
  extra: { label: string; number: string }[];
};

type Make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties?: Partial<HTMLElementTagNameMap[Name]>,
) => HTMLElementTagNameMap[Name];

type Check = (text: string, form: Form) => boolean;
type Fault = [at: HTMLElement, words: string, before: HTMLElement | null];

/** What a push says. */
type Told = {
  title?: string;
  body?: string;
  navigate?: string;
  tag?: string;
  lang?: string;
  data?: { delivery?: string };
};

/** What the server puts before the service worker. */
declare var SHELL: {
  version: string;
  pages: Record<string, string>;
  offline: string;
  files: string[];
  words: Record<string, string>;
};

/** Chromium's and Safari's; only what we ask of it. */
interface Window {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL: () => string },
    ): { createScriptURL(input: string): string };
  };
}
