"""A box to type into that answers a key without laying out the screen."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class Box(Input):
    """A box whose size does not depend on what is typed."""

    # Textual lays out the whole screen when what is in a widget changes its size; here it only scrolls.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
