"""Lists the regions of the pilot with evidence, page by page. With a key: adds one, undoes it, and sees both changes arrive."""

import asyncio
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import cast

from policygraph_client import ChangesetInput, ClaimInput, Client, EntityInput, EvidenceInput, NamedValueInput, UndoInput
from policygraph_client.changes import Changes
from policygraph_client.enums import ChangeKind
from policygraph_client.pilot_regions import PilotRegionsProgramRegionsEdges as Region
from policygraph_client.scalars import Edtf

SERVICE = os.environ.get("POLICYGRAPH_URL", "http://127.0.0.1:4000")
KEY = os.environ.get("POLICYGRAPH_KEY")


async def regions(client: Client) -> AsyncIterator[Region]:
    after: str | None = None
    while True:
        program = (await client.pilot_regions(first=4, after=after)).program
        if program is None:
            return
        for edge in program.regions.edges:
            yield edge
        if not program.regions.page_info.has_next_page:
            return
        after = program.regions.page_info.end_cursor


def since(date: Edtf | None) -> str:
    return "at an unknown time" if date is None else f"since {date}"


async def list_regions(client: Client) -> None:
    async for region in regions(client):
        start = region.validity.from_
        print(f"{region.node.name} ({region.node.id}) {since(start.edtf if start else None)}")
        for evidence in (each for claim in region.claims for each in claim.evidence):
            print(f"  {evidence.document.title or evidence.document.id}: {evidence.quote or evidence.summary}")


NOTICE = EntityInput(id="document:example-notice", properties=[NamedValueInput(name="title", value="An example notice")])
WEIHAI = ClaimInput(
    subject="program:cn-used-car-export-pilot",
    predicate="COVERS",
    object_="region:CN-371000",
    evidence=[EvidenceInput(document="document:example-notice", record="article 2", summary="Weihai is admitted.")],
)


async def write(client: Client) -> None:
    cursor = (await client.cursor_of_changes()).graph.changes_cursor
    reason = "An example: Weihai joins the pilot."
    report = (await client.apply(ChangesetInput(reason=reason, entities=[NOTICE], claims=[WEIHAI]))).apply_changeset
    if report.changeset is None:
        raise RuntimeError("The change was not written.")
    print(f"{report.outcome.value} by {report.changeset.author}")
    undo = UndoInput(changeset=report.changeset.id, reason="It was an example.")
    print(f"{(await client.undo(undo)).undo_changeset.outcome.value}: undone")
    stream = cast(AsyncGenerator[Changes, None], client.changes(since=cursor))  # which ends when it is closed
    async with aclosing(stream):
        async for answer in stream:
            print(f"{answer.changes.cursor} {answer.changes.kind.value} {answer.changes.type_}")
            if answer.changes.kind == ChangeKind.CLAIM_RETRACTED:
                return


async def main() -> None:
    headers = {} if KEY is None else {"authorization": f"Bearer {KEY}"}
    socket = SERVICE.replace("http", "ws", 1) + "/graphql"
    async with Client(f"{SERVICE}/graphql", headers, ws_url=socket, ws_connection_init_payload=dict(headers)) as client:
        await list_regions(client)
        if KEY is not None:
            await write(client)


asyncio.run(main())
