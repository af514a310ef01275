// Opens a changeset. Its id is unique, so a transaction that is sent twice lands once.
CREATE (changeset:Changeset) SET changeset = $properties
