// Takes up observations again whose value is claimed anew.
UNWIND $ids AS id
MATCH (observation:Observation {id: id})
REMOVE observation.retractedAt
