"""`make bench`: every measurement, printed as medians and ratios."""

import argparse
from collections.abc import Callable

from tests.bench import box, keys, length, long, pipeline, search, start

BENCHES: dict[str, Callable[[], None]] = {
    "pipeline": pipeline.main,
    "start": start.main,
    "keys": keys.main,
    "length": length.main,
    "long": long.main,
    "box": box.main,
    "search": search.main,
}


def main() -> None:
    """Run the measurements that were named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], metavar="NAME", help=", ".join(BENCHES))
    for name in parser.parse_args().names or BENCHES:
        print(f"== {name}")
        BENCHES[name]()


if __name__ == "__main__":
    main()
