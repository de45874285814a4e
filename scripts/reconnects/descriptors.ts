/** Descriptors beside the streams' own: files, pipes, requests under way. */
const SPARE = 500;

/** Says what is wrong where this process, or the connector that it starts, cannot hold so many sockets; else undefined. */
export function lackOfDescriptors(
  streams: number,
  limit: number | undefined = openFilesLimit(),
): string | undefined {
  const needed = streams + SPARE;
  if (limit === undefined || limit >= needed) return undefined;
  return (
    `${streams} streams need ${needed} open files in one process, and ${limit} are allowed here. ` +
    `Raise it ("ulimit -n ${needed}") or take fewer ("--streams ${Math.max(0, limit - SPARE)}").`
  );
}

/** The soft limit of this process and those that it starts; undefined where the platform has none. */
function openFilesLimit(): number | undefined {
  const report: unknown = process.report.getReport();
  const limits =
    typeof report === 'object' && report !== null && 'userLimits' in report ? report.userLimits : undefined;
  const files =
    typeof limits === 'object' && limits !== null && 'open_files' in limits ? limits.open_files : undefined;
  const soft = typeof files === 'object' && files !== null && 'soft' in files ? Number(files.soft) : NaN;
  return Number.isFinite(soft) ? soft : undefined;
}
