"""The command line. The app and spaCy are imported only by the commands that need them."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui import __version__
from tui.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.analysis.model import Analysis
    from tui.articles import Article
    from tui.settings import Settings

EXIT_OK, EXIT_NOTHING, EXIT_USAGE, EXIT_INTERRUPTED = 0, 1, 2, 130
_COMMANDS = ("read", "analyze", "search", "pipeline", "corrections", "notes")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `newscast`. The exit code is 0, 1 when a search finds nothing, 2 for wrong usage or unreadable input, 130
    when interrupted."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left (`| head`); what Python still holds must not fail once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK


def _run(arguments: list[str]) -> int:
    options = _parser().parse_args(_with_command(arguments))
    try:
        commands = {
            "read": _read,
            "analyze": _analyze,
            "search": _search,
            "pipeline": _pipeline,
            "corrections": _corrections,
            "notes": _notes,
        }
        return commands[options.command](options)
    except _Refused as error:
        print(f"newscast: {error}", file=sys.stderr)
        return EXIT_USAGE


class _Refused(Exception):
    """What ends a run with one line on stderr and exit code 2."""


def _with_command(arguments: list[str]) -> list[str]:
    # `newscast FILE` means `newscast read FILE`, and `cat FILE | newscast` means `newscast read -`.
    if arguments and arguments[0] in (*_COMMANDS, "--version", "--help", "-h"):
        return arguments
    return ["read", *arguments]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newscast",
        description="Read the news with its cast: who acts, who says what, and where else.",
        epilog="`newscast FILE` is short for `newscast read FILE`. Press ? in the reader for its keys.",
    )
    parser.add_argument("--version", action="version", version=f"newscast {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    read = commands.add_parser("read", help="open articles in the reader; a plain report when piped on")
    analyze = commands.add_parser("analyze", help="print what the analysis finds")
    search = _search_parser(commands)
    for command in (read, analyze, search):
        command.add_argument("files", nargs="*", metavar="FILE", help="a text file, or - for standard input")
        command.add_argument(
            "--pipeline",
            metavar="NAME_OR_PATH",
            help="a spaCy English pipeline to use instead of the shipped one",
        )
    read.add_argument("--plain", action="store_true", help="print a report in plain words, as for a screen reader")
    read.add_argument("--screen-reader", action="store_true", help="draw no lines and blocks, say states in words")
    analyze.add_argument(
        "--format", choices=("json", "jsonl", "text", "markdown"), default="text", help="default: %(default)s"
    )
    pipeline = commands.add_parser("pipeline", help="tell about the language pipeline, or score it on annotated text")
    actions = pipeline.add_subparsers(dest="action", required=True, metavar="ACTION")
    info = actions.add_parser("info", help="name, version, licence, labels and figures")
    evaluate = actions.add_parser("evaluate", help="score it on CoNLL-U, IOB2 or .spacy files")
    evaluate.add_argument("files", nargs="+", metavar="FILE", help="annotated text, plain or gzipped")
    evaluate.add_argument("--format", choices=("json", "text"), default="text", help="default: %(default)s")
    for command in (info, evaluate):
        command.add_argument("--pipeline", metavar="NAME_OR_PATH", help="another spaCy English pipeline")
    analyze.add_argument("--uncorrected", action="store_true", help="as the machine found it, without your corrections")
    corrections = commands.add_parser("corrections", help="your corrections of articles, for other programs and people")
    verbs = corrections.add_subparsers(dest="verb", required=True, metavar="export|apply")
    export = verbs.add_parser("export", help="print the corrections of articles, one JSON object a line")
    export.add_argument("files", nargs="+", metavar="FILE", help="the article")
    apply = verbs.add_parser("apply", help="add printed corrections to those of an article")
    apply.add_argument("file", metavar="FILE", help="the article")
    apply.add_argument("corrections", metavar="CORRECTIONS", help="what export printed, or - for standard input")
    notes = commands.add_parser("notes", help="print your marks and notes, one JSON object a line")
    notes.add_argument("files", nargs="+", metavar="FILE", help="the article")
    return parser


def _search_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    search = commands.add_parser(
        "search",
        help="find names, claims and passages, however they are spelt",
        epilog="Besides words a query can say: said:flour, by:smith, type:place, stance:denied, "
        '"exact phrase", -word. Before a query that begins with - put --.',
    )
    search.add_argument("query", metavar="QUERY", help="a name or words, in any spelling")
    search.add_argument("--format", choices=("text", "jsonl"), default="text", help="default: %(default)s")
    search.add_argument("--limit", type=int, default=200, metavar="N", help="results a FILE; default: %(default)s")
    return search


def _files(options: argparse.Namespace) -> list[str]:
    if options.files:
        return list(options.files)
    if sys.stdin is None or sys.stdin.isatty():
        raise _Refused(f"no article; name a file, as in: newscast {options.command} article.txt")
    return ["-"]


def _load(name: str) -> "Article":
    from tui.articles import from_bytes, load

    return from_bytes(sys.stdin.buffer.read(), "-") if name == "-" else load(name)


def _check_pipeline(name: str | None) -> None:
    if name is None:
        return
    from tui.analysis.identity import PipelineError, locate

    try:
        locate(name)
    except PipelineError as error:
        raise _Refused(str(error)) from None


def _settings() -> "Settings":
    from tui import settings

    try:
        return settings.load()
    except settings.SettingsError as error:
        raise _Refused(str(error)) from None


def _read(options: argparse.Namespace) -> int:
    from tui import garbage, terminal
    from tui.articles import UnreadableArticle

    if options.plain or not terminal.can_draw():
        options.format, options.uncorrected = "text", False
        return _analyze(options)
    # What is imported and built until the text is visible stays; NewscastApp resumes from then on.
    garbage.suspend()
    settings = _settings()
    settings = replace(settings, screen_reader=settings.screen_reader or options.screen_reader)
    pipeline = options.pipeline or settings.pipeline
    _check_pipeline(pipeline)
    articles, code = [], EXIT_OK
    for name in _files(options):
        try:
            articles.append(_load(name))
        except UnreadableArticle as error:
            print(f"newscast: {error}", file=sys.stderr)
            code = EXIT_USAGE
    if not articles:
        return code
    if not terminal.reopen_keyboard():
        raise _Refused("no terminal to take keys from; use: newscast analyze FILE")
    terminal.set_pace()
    from tui.app import run_reader

    return run_reader(articles, pipeline, settings) or code


def _readable(files: "Iterable[str]") -> "Iterator[Article | None]":
    """Each file's article; None for one that cannot be read, after a line on stderr that says why."""
    from tui.articles import UnreadableArticle

    for name in files:
        try:
            yield _load(name)
        except UnreadableArticle as error:
            print(f"newscast: {error}", file=sys.stderr)
            yield None


def _analyze(options: argparse.Namespace) -> int:
    files = _files(options)
    if options.format == "json" and len(files) > 1:
        raise _Refused("--format json prints one object; use --format jsonl for several files")
    pipeline = options.pipeline or _settings().pipeline
    _check_pipeline(pipeline)
    show, analyser = _formatter(options.format), _Analyser(pipeline)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    code, printed = EXIT_OK, False
    for article in _readable(files):
        if article is None:
            code = EXIT_USAGE
            continue
        analysis = analyser.analyse(article)
        text = show(article, analysis if options.uncorrected else _corrected(article, analysis))
        if printed and options.format in {"text", "markdown"}:
            print()
        print(text.rstrip("\n"), flush=True)
        printed = True
    return code


def _search(options: argparse.Namespace) -> int:
    from tui.exports.found import json_lines, text_lines
    from tui.search import ArticleIndex
    from tui.search.query import parse

    if mistakes := parse(options.query).mistakes:
        raise _Refused(f"{clean_line(options.query)}: {mistakes[0]}")
    files = _files(options)
    pipeline = options.pipeline or _settings().pipeline
    _check_pipeline(pipeline)
    lines, analyser = json_lines if options.format == "jsonl" else text_lines, _Analyser(pipeline)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    code = EXIT_NOTHING
    for article in _readable(files):
        if article is None:
            code = EXIT_USAGE
            continue
        analysis = _corrected(article, analyser.analyse(article))
        answer = ArticleIndex(article, analysis).search(options.query, options.limit)
        if answer and code == EXIT_NOTHING:
            code = EXIT_OK
        for line in lines(article, analysis, answer):
            print(line, flush=True)
    return code


def _pipeline(options: argparse.Namespace) -> int:
    from tui.analysis.identity import locate

    _check_pipeline(options.pipeline)
    if options.action == "evaluate":
        return _evaluate(options)
    from tui.pipelines.info import describe

    try:
        print(describe(locate(options.pipeline)))
    except (OSError, ValueError) as error:
        raise _Refused(f"pipeline {options.pipeline}: its meta.json cannot be read ({error})") from None
    return EXIT_OK


def _evaluate(options: argparse.Namespace) -> int:
    import json

    from tui.analysis.identity import PipelineError
    from tui.analysis.pipeline import STAGES, load
    from tui.pipelines.gold import UnreadableGold, read
    from tui.pipelines.scoring import score, table, to_json

    try:
        nlp = load(options.pipeline)
    except PipelineError as error:
        raise _Refused(str(error)) from None
    code, found = EXIT_OK, {}
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in STAGES]):
        for name in options.files:
            try:
                figures = score(nlp, read(Path(name), nlp.vocab))
            except UnreadableGold as error:
                print(f"newscast: {clean_line(str(error))}", file=sys.stderr)
                code = EXIT_USAGE
                continue
            found[name] = to_json(figures)
            if options.format == "text":
                print(table(clean_line(name), figures), flush=True)
    if options.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1))
    return code


def _corrected(article: "Article", analysis: "Analysis") -> "Analysis":
    from tui.corrections.desk import Desk

    try:
        desk = Desk(article, analysis)
    except OSError as error:
        raise _Refused(f"{error.filename}: your corrections cannot be read ({error.strerror})") from None
    for misfit in desk.corrected.misfits:
        print(f"newscast: a correction no longer fits: {misfit.reason}", file=sys.stderr)
    return desk.analysis


def _corrections(options: argparse.Namespace) -> int:
    from tui.articles import UnreadableArticle
    from tui.corrections import exchange

    code = EXIT_OK
    try:
        if options.verb == "export":
            for name in options.files:
                for line in exchange.exported(_load(name)):
                    print(line)
            return code
        with sys.stdin if options.corrections == "-" else Path(options.corrections).open(encoding="utf-8") as lines:
            taken = exchange.take(_load(options.file), lines)
    except UnreadableArticle as error:
        raise _Refused(str(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise _Refused(f"{getattr(error, 'filename', None) or options.corrections}: {error}") from None
    print(f"{taken.number} corrections added", file=sys.stderr)
    for reason in taken.refused:
        print(f"newscast: {options.corrections}: {reason}", file=sys.stderr)
        code = EXIT_USAGE
    return code


def _notes(options: argparse.Namespace) -> int:
    import json

    from tui.articles import UnreadableArticle
    from tui.notes import Marks, to_json

    for name in options.files:
        try:
            article = _load(name)
            marks = Marks(article).all()
        except (UnreadableArticle, OSError) as error:
            raise _Refused(str(error)) from None
        for mark in marks:
            print(json.dumps({"file": name, **to_json(article, mark)}, ensure_ascii=False))
    return EXIT_OK


def _formatter(name: str) -> "Callable[[Article, Analysis], str]":
    if name == "text":
        from tui.report import plain

        return plain
    if name == "markdown":
        from tui.exports.markdown import markdown

        return markdown
    import json

    from tui.analysis.schema import to_json

    indent = 1 if name == "json" else None
    return lambda article, analysis: json.dumps(to_json(article, analysis), ensure_ascii=False, indent=indent)


class _Analyser:
    """Analyses in this process; spaCy is imported for the first article that is not in the cache."""

    def __init__(self, pipeline: str | None) -> None:
        from tui.analysis.cache import AnalysisCache

        self._pipeline = pipeline
        self._cache = AnalysisCache(pipeline)
        self._nlp: object | None = None

    def analyse(self, article: "Article") -> "Analysis":
        if (known := self._cache.get(article)) is not None:
            return known
        from tui.analysis.identity import PipelineError
        from tui.analysis.pipeline import analyse, load

        try:
            self._nlp = self._nlp or load(self._pipeline)
        except PipelineError as error:
            raise _Refused(str(error)) from None
        analysis = analyse(article, self._nlp)
        self._cache.put(article, analysis)
        return analysis
