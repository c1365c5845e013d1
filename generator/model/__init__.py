"""What a notice board is: frozen, typed records. No IO and no clock.

`record` names fields in two languages, `values` types single values, `item` is what all content
shares; then one module for each kind of content, and `board` which joins them all.
"""
