"""Maps of where the public agreements are: Japan, a bureau's area, a prefecture.

`geometry` projects the coast, `areas` says what a map shows, `labels` finds room for the names,
`agreements` asks the database, `drawing` puts them together for `components/map.html`.
"""

from portal.maps.drawing import area_map, home_map

__all__ = ["area_map", "home_map"]
