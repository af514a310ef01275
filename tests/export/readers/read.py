"""Reads exported graphs with the libraries that people use, and compares what they read with the JSON Lines of the same graph.

    python read.py FOLDER

FOLDER has a folder for each graph, with the files of tests/export/every-format.ts. A warning of a library is a failure.
Prints each difference; exits with 1 if there are any, and with 3 if a library is missing.
"""

import csv
import json
import logging
import math
import re
import sys
import warnings
from collections import defaultdict
from pathlib import Path

try:
    import networkx
    import pandas
    import rdflib
except ImportError as missing:
    print(f"Not installed: {missing.name}. Run: pip install -r tests/export/readers/requirements.txt")
    sys.exit(3)

PG = "urn:policygraph:"
SKOS = rdflib.namespace.SKOS
SDMX = rdflib.Namespace("http://purl.org/linked-data/sdmx/2009/measure#")
DESCRIPTION = rdflib.URIRef("https://schema.org/description")


class Complaints(logging.Handler):
    """Turns what rdflib logs instead of raising into an error."""

    def emit(self, record):
        raise AssertionError(f"{record.name}: {record.getMessage()}")


def records_of(folder):
    """The records of a graph by their type."""
    records = defaultdict(list)
    with open(folder / "graph.jsonl", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            record = json.loads(line)
            records[record["type"]].append(record)
    return records


def same(what, read, expected):
    if read != expected:
        raise AssertionError(f"{what}: read {read!r}, expected {expected!r}")


def iri(id):
    return rdflib.URIRef(PG + id)


def check_rdf(folder, records):
    """N-Triples and JSON-LD say the same; names, descriptions, values and merged ids are those of the records."""
    triples = rdflib.Graph().parse(folder / "graph.ntriples", format="nt")
    linked = rdflib.Graph().parse(folder / "graph.jsonld", format="json-ld")
    same("JSON-LD and N-Triples", set(linked) ^ set(triples), set())
    for entity in records["entity"]:
        node = iri(entity["id"])
        read = {(str(each), each.language) for name in (SKOS.prefLabel, SKOS.altLabel) for each in triples.objects(node, name)}
        same(f"names of {entity['id']}", read, {(each["value"], each["lang"].lower()) for each in entity["names"]})
        same(f"description of {entity['id']}", str(triples.value(node, DESCRIPTION, default="")), entity.get("description", ""))
        codes = {(str(each), str(each.datatype)) for each in triples.objects(node, SKOS.notation)}
        same(f"codes of {entity['id']}", {value for value, _ in codes}, {each["value"] for each in entity["codes"]})
    for claim in records["claim"]:
        read = triples.value(iri(claim["id"]), rdflib.RDF.object)
        if "object" in claim:
            same(f"object of {claim['id']}", read, iri(claim["object"]))
        else:
            same(f"value of {claim['id']}", like(claim["value"], read), like(claim["value"], claim["value"]))
    for observation in records["observation"]:
        if "value" in observation:
            read = triples.value(iri(observation["id"]), SDMX.obsValue)
            same(f"value of {observation['id']}", float(read.toPython()), float(observation["value"]))
    for redirect in records["redirect"]:
        same("redirect", triples.value(iri(redirect["id"]), rdflib.OWL.sameAs), iri(redirect["into"]))


def like(value, read):
    """What was read, as the text or the number that the value is: JSON writes large numbers as if they were whole."""
    return str(read) if isinstance(value, str) else float(read)


def check_graphml(folder, records):
    graph = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    same("nodes", set(graph.nodes), {entity["id"] for entity in records["entity"]})
    for entity in records["entity"]:
        node = graph.nodes[entity["id"]]
        same(f"name of {entity['id']}", node["name"] in {each["value"] for each in entity["names"]}, True)
        same(f"description of {entity['id']}", node.get("description", ""), entity.get("description", ""))
        names = [f"{each['lang']}:{each['value']}" for each in entity["names"]]
        same(f"names of {entity['id']}", members(node["names"]), names)
    edges = {(source, data["type"], target) for source, target, data in graph.edges(data=True)}
    same("edges", edges, {(each["subject"], each["predicate"], each["object"]) for each in records["claim"] if "object" in each})
    former = {(old, node) for node, data in graph.nodes(data=True) for old in members(data.get("formerIds", ""))}
    same("merged ids", former, {(each["id"], each["into"]) for each in records["redirect"]})


def members(cell):
    """The members of a list in a cell; separators inside a member are escaped with a backslash."""
    parts, escaped = [""], False
    for at, character in enumerate(cell):
        if not escaped and character == "|":
            parts[-1] = parts[-1][:-1]
            parts.append("")
        elif escaped or character != "\\":
            parts[-1] += character
        escaped = not escaped and character == "\\"
    return [parts[0], *(part[1:] for part in parts[1:])] if cell else []


def table(path, bom=False):
    """The rows of a table as pandas and as Python's own reader have them, which must be the same."""
    encoding = "utf-8-sig" if bom else "utf-8"
    read = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding=encoding).to_dict("records")
    with open(path, encoding=encoding, newline="") as file:
        same(f"{path.name} in pandas and csv", read, list(csv.DictReader(file, strict=True)))
    return read


def plain(cell):
    return re.sub(r"^'|(?<=[\t\r\n;])'", "", cell)


def check_tables(folder, records):
    """Tables for spreadsheets: no cell is a formula, and each is the original text without the ' that were added."""
    rows = {row["id"]: row for row in table(folder / "csv/entities.csv", bom=True)}
    same("entities", list(rows), [entity["id"] for entity in records["entity"]])
    for entity in records["entity"]:
        row = rows[entity["id"]]
        same(f"name of {entity['id']}", plain(row["name"]) in {each["value"] for each in entity["names"]}, True)
        same(f"description of {entity['id']}", plain(row["description"]), entity.get("description", ""))
        codes = [(quoted(each["scheme"]), each["value"]) for each in entity["codes"]]
        same(f"codes of {entity['id']}", [tuple(each.split(":", 1)) for each in members(plain(row["codes"]))], codes)
    claims = {row["id"]: row for row in table(folder / "csv/claims.csv", bom=True)}
    same("claims", set(claims), {claim["id"] for claim in records["claim"]})
    for claim in records["claim"]:
        if "value" in claim:
            same(f"value of {claim['id']}", like(claim["value"], plain(claims[claim["id"]]["value"])), like(claim["value"], claim["value"]))
    for path in sorted((folder / "csv").iterdir()):
        for row in table(path, bom=True):
            for cell in row.values():
                same(f"{path.name}: a formula", cell.lstrip()[:1] in list("=+-@") and not is_number(cell), False)
    for path in sorted((folder / "neo4j-csv").glob("*.csv")):
        if path.read_bytes().count(b"\n") > 1:  # the others have nothing but a head
            table(path)


def quoted(scheme):
    return scheme.replace("%", "%25").replace(":", "%3A")


def is_number(cell):
    try:
        return math.isfinite(float(cell))
    except ValueError:
        return False


def check_sdmx(folder, records):
    rows = {row["OBS_ID"]: row for row in table(folder / "graph.sdmx-csv")}
    same("observations", set(rows), {observation["id"] for observation in records["observation"]})
    for observation in records["observation"]:
        row = rows[observation["id"]]
        value = observation.get("value", "")
        same("OBS_VALUE", like(value, row["OBS_VALUE"]), like(value, value))
        same("UNIT_MEASURE", row["UNIT_MEASURE"], observation.get("unit", ""))
        same("PERIOD_EDTF", row["PERIOD_EDTF"], observation.get("period", ""))
        if row["FREQ"] in ("A", "M", "D", "Q"):
            pandas.Period(row["TIME_PERIOD"].replace("-Q", "Q"), freq={"A": "Y"}.get(row["FREQ"], row["FREQ"]))
        elif row["TIME_PERIOD"] and not row["FREQ"]:
            start, length = row["TIME_PERIOD"].split("/")
            pandas.Timestamp(start), pandas.Timedelta(length)


def main(root):
    warnings.simplefilter("error")
    warnings.simplefilter("ignore", DeprecationWarning)  # rdflib warns of its own code
    logging.getLogger().addHandler(Complaints(logging.WARNING))
    folders = sorted(path for path in Path(root).iterdir() if path.is_dir())
    failures = 0
    for folder in folders:
        records = records_of(folder)
        for check in (check_rdf, check_graphml, check_tables, check_sdmx):
            try:
                check(folder, records)
            except Exception as error:  # whatever a library raises is what is looked for
                failures += 1
                print(f"{folder.name} {check.__name__}: {type(error).__name__}: {error}"[:1000])
    print(f"{len(folders)} graphs read by rdflib {rdflib.__version__}, networkx {networkx.__version__}, pandas {pandas.__version__}")
    return 1 if failures or not folders else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
