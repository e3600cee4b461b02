// Compiled, never run: the types that a TypeScript user generates from the published document fit what they write.
import type { components, operations, paths } from "./api";

type Task = components["schemas"]["Task"];
type NewTask = components["schemas"]["NewTask"];
type RunEvent = components["schemas"]["RunEvent"];

const task: NewTask = { title: "Write the quarterly report", tags: ["work"] };

// @ts-expect-error a task needs a title
const untitled: NewTask = { tags: ["work"] };

// @ts-expect-error a status that the document doesn't know
const status: Task["status"] = "done";

// The union of events narrows by `type`.
export function text(event: RunEvent): string {
  switch (event.type) {
    case "token":
      return event.text;
    case "handoff":
      return `${event.from} → ${event.to}`;
    case "complete":
      return event.response;
    default:
      return "";
  }
}

type Created = operations["create_task"]["responses"][201]["content"]["application/json"];
type Found = paths["/tasks/{task_id}"]["get"]["responses"][200]["content"]["application/json"];
export const same = (created: Created): Found => created;
export { status, task, untitled };
