/** What a page object asks of the tool that drives the page: by roles and names alone. Everything waits as its tool does. */
export interface ChatDriver {
  press(role: string, name: Name): Promise<void>;
  /** Writes into an empty field. */
  fill(role: string, name: Name, text: string): Promise<void>;
  /** Waits until an element of this role and name is there. */
  find(role: string, name: Name): Promise<void>;
  /** Texts of all elements of a role that are there now, in order. */
  texts(role: string, name?: Name): Promise<readonly string[]>;
}

/** An accessible name: a text is the whole of it. */
export type Name = string | RegExp;

/** What of Testing Library's `screen`, or of `within(element)`, is asked. */
export interface RoleQueries {
  findByRole(role: string, options: { readonly name: Name }): Promise<HTMLElement>;
  queryAllByRole(role: string, options?: { readonly name: Name }): HTMLElement[];
}

/** What of `userEvent` (or of what `userEvent.setup()` gives) is asked. */
export interface UserActions {
  click(element: Element): Promise<void>;
  type(element: Element, text: string): Promise<void>;
}

/** Drives by Testing Library. @param queries `screen`. @param user `userEvent`. */
export function onTestingLibrary(queries: RoleQueries, user: UserActions): ChatDriver {
  return {
    press: async (role, name) => user.click(await queries.findByRole(role, { name })),
    // Braces and brackets are keys to `type`, and stand for themselves when doubled.
    fill: async (role, name, text) =>
      user.type(await queries.findByRole(role, { name }), text.replace(/[{[]/g, '$&$&')),
    find: async (role, name) => void (await queries.findByRole(role, { name })),
    texts: async (role, name) =>
      queries
        .queryAllByRole(role, ...(name === undefined ? [] : [{ name }]))
        .map((element) => element.textContent),
  };
}

/** What of Playwright's `page`, `frame` or a locator is asked. */
export interface RoleLocators {
  getByRole(role: string, options?: { readonly name: Name; readonly exact: true }): RoleLocator;
}

/** What of Playwright's `Locator` is asked. */
export interface RoleLocator {
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  waitFor(): Promise<void>;
  allInnerTexts(): Promise<string[]>;
  first(): RoleLocator;
}

/** Drives by Playwright; the widget's shadow root must be open (`data-shadow="open"`). @param page `page`. */
export function onPlaywright(page: RoleLocators): ChatDriver {
  const at = (role: string, name: Name): RoleLocator => page.getByRole(role, { name, exact: true });
  return {
    press: (role, name) => at(role, name).first().click(),
    fill: (role, name, text) => at(role, name).first().fill(text),
    find: (role, name) => at(role, name).first().waitFor(),
    texts: (role, name) => (name === undefined ? page.getByRole(role) : at(role, name)).allInnerTexts(),
  };
}
