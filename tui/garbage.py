"""When garbage is looked for: not until the text is on the screen, never among what stays, seldom among all the rest.

Looking through everything that the reader holds takes many frames, and there is hardly anything to find: what no longer
has an owner is gone at once, only rings of owners wait to be found.
"""

import gc

# Objects until the youngest are looked through, how often that happens until the older ones are, and those until all.
# A key makes about 700 that stay; they are swept when nobody waits.
_THRESHOLDS = 20_000, 10, 1000
_resumed = False


def suspend() -> None:
    """Look for none until `resume`."""
    gc.disable()


def resume() -> None:
    """Look for garbage again when it was suspended, but not among what was made until now."""
    global _resumed
    if not gc.isenabled():
        _resumed = True
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)
        gc.enable()


def sweep() -> None:
    """Nobody waits for anything now: look through what was made of late. Only after a `resume`."""
    if _resumed:
        gc.collect(1)


def keep() -> None:
    """Something large was made that stays, such as an index: never look through it. Only after a `resume`."""
    if _resumed:
        gc.freeze()
