/** What one rule of an engine holds against one place of a page. */
export interface Finding {
  /** The engine's own name of the rule. */
  readonly rule: string;
  readonly message: string;
  /** The place, as markup or text. */
  readonly where: string;
}

/** A rule whose findings do not count here, or some of them. */
export interface Exception {
  readonly rule: string;
  /** Only findings whose message or place has this. Default all of the rule. */
  readonly about?: RegExp;
  readonly reason: string;
  /** Where the engine or the standard says so. */
  readonly link?: string;
}

/** The findings that count, each as one line. An exception that silences something else than it says is none. */
export function judge(findings: readonly Finding[], exceptions: readonly Exception[]): string[] {
  return findings
    .filter((finding) => !exceptions.some((exception) => covers(exception, finding)))
    .map(({ rule, message, where }) => `${rule}: ${squeeze(message)} ${squeeze(where)}`);
}

function covers({ rule, about }: Exception, finding: Finding): boolean {
  return rule === finding.rule && (about?.test(`${finding.message} ${finding.where}`) ?? true);
}

/** One line of at most 300 characters. */
function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}
