// Gives a store that was restored its own properties, which removes the mark.
MATCH (store:Store {id: 'store'})
SET store = $properties
