"""The OpenAI Agents SDK alone on a model server, for measuring: what agent/examples/help_runs.rs does, by the same plan.

    python agents_sdk.py http://127.0.0.1:9100/v1 200

Prints the processor time for each run in milliseconds. Without a web server and without a database; tracing is off.
"""
import asyncio
import sys
import time

from agents import Agent, OpenAIChatCompletionsModel, Runner, function_tool, handoff, set_tracing_disabled
from openai import AsyncOpenAI

AT_ONCE = 8
WARM_UP = 50

set_tracing_disabled(True)
model = OpenAIChatCompletionsModel(model="scripted", openai_client=AsyncOpenAI(base_url=sys.argv[1], api_key="k"))


@function_tool
def set_deadline(task_id: int, deadline: str) -> dict:
    """Set a deadline for a task (format: YYYY-MM-DD)."""
    return {"task_id": task_id, "deadline": deadline}


scheduler = Agent(name="scheduler", instructions="You are the scheduling specialist.", tools=[set_deadline], model=model)
collaboration = Agent(name="collaboration", instructions="You are the collaboration specialist.", model=model)
triage = Agent(name="triage", instructions="Route to the right specialist.", model=model, handoffs=[
    handoff(scheduler, tool_name_override="transfer_to_scheduler"),
    handoff(collaboration, tool_name_override="transfer_to_collaboration"),
])


async def one():
    result = Runner.run_streamed(triage, "Task 1: Write the quarterly report\n\nQuestion: Set a deadline for next Friday")
    async for _ in result.stream_events():
        pass
    assert "word19" in result.final_output, result.final_output


async def many(count):
    left = count

    async def work():
        nonlocal left
        while left > 0:
            left -= 1
            await one()

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))


async def main():
    count = int(sys.argv[2])
    await many(WARM_UP)
    before = time.process_time()
    await many(count)
    print(f"{(time.process_time() - before) * 1e3 / count:.4f}")


asyncio.run(main())
