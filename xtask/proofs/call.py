"""What a Python user does with a client generated from the published document, against the running service."""

import sys

from taskmanager_proof import Client
from taskmanager_proof.api.tasks import create_task, get_task
from taskmanager_proof.models import NewTask

client = Client(base_url=sys.argv[1])
created = create_task.sync(client=client, body=NewTask(title="From Python"))
assert created.title == "From Python", created
found = get_task.sync(created.id, client=client)
assert found.id == created.id and found.title == created.title, found
print(f"python: task {found.id} created and read back")
