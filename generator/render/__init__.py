"""Before: an `Artifact`'s view. After: its bytes.

`pages` fills a theme's templates; `posters` lays them out on paper with faces cut by `fonts`.
Pure: a view gives the same bytes in any process on a machine with the same theme and face.
WeasyPrint is imported when the first poster is made, so that a site can be built without it.
"""
