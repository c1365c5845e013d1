"""What a notice board is: frozen, typed records. No IO and no clock.

`record` names fields in two languages, `values` types single values, `item` is what all content
shares; then one module for each kind of content, and `board` which joins them all.
"""

import os

# Packages can plug into pydantic's models. None has any business here, and to look for them takes
# as long as all models do.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
