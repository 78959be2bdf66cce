"""Transcripts of what was recorded: SRT and WebVTT, turn by turn, and Whisper's JSON with its speakers."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sayso.data.errors import Unreadable
from sayso.data.found import Found, Spoken
from sayso.inputs.format import Format
from sayso.inputs.json_article import parsed

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}"
_CUE = re.compile(
    rf"^[ \t]*(?P<start>{_TIME})[ \t]+-->[ \t]+{_TIME}[^\n]*\n(?P<words>(?:[^\n]*\S[^\n]*(?:\n|\Z))*)", re.MULTILINE
)
_SRT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d{1,6}[ \t]*\r?\n\d{1,3}:\d{2}:\d{2},\d{3}[ \t]+-->")
_VTT = re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT\b")
_WHISPER = re.compile(rb'\A\s*\{(?=.{0,60000}"segments"\s*:\s*\[)(?=.{0,60000}"start"\s*:)', re.DOTALL)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+(?P<name>[^>]{1,80})>")
_CAPITAL = r"[^\W\d_a-z][\w.’'-]{0,30}"
_AFTER = rf"(?: (?:al|bin|da|de|del|der|la|of|the|van|von)){{0,2}} (?:{_CAPITAL}|\d{{1,2}}|\([^()]{{1,40}}\))"
_LABEL = re.compile(rf"(?:-[ \t]*|>>[ \t]*)?(?P<name>{_CAPITAL}(?:{_AFTER}){{0,5}}):[ \t]+(?=\S)")
_TAG = re.compile(r"</?[a-z][^<>]{0,80}>|\{\\[^{}]{0,40}\}|<\d[\d:.]*>", re.IGNORECASE)
_LONG_SILENCE = 4.0
_UNKNOWN = re.compile(r"(?:speaker|spk|unknown)[ _-]?\w{0,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """Some words with who speaks them, if that is told, and when they begin, in seconds."""

    start: float
    speaker: str | None
    words: str


def _subtitles(found: Found, name: str) -> Found:
    text = found.content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _laid_out(
        list(_cues(text)), found, name, "text/vtt" if text.startswith("WEBVTT") else "application/x-subrip"
    )


def _whisper(found: Found, name: str) -> Found:
    value = parsed(found.content, name)
    segments = value.get("segments") if isinstance(value, dict) else None
    cues = [cue for one in segments or () if isinstance(one, dict) and (cue := _segment(one))]
    return _laid_out(cues, found, name, "application/x-whisper+json")


def _segment(one: dict[str, Any]) -> Cue | None:
    words, start, speaker = one.get("text"), one.get("start"), one.get("speaker")
    if not isinstance(words, str) or not isinstance(start, int | float):
        return None
    return Cue(float(start), speaker if isinstance(speaker, str) else None, " ".join(words.split()))


def _cues(text: str) -> Iterator[Cue]:
    """Each cue, in two where two speak in it; a label holds until the next."""
    for match in _CUE.finditer(text):
        start = _seconds(match["start"])
        lines = match["words"].strip().split("\n")
        for line in _turns(lines):
            voice = _VOICE.search(line)
            bare = " ".join(html.unescape(_TAG.sub("", line)).split())
            label = _LABEL.match(bare)
            words = bare[label.end() :] if label else bare.removeprefix(">>").lstrip("- ")
            speaker = voice["name"] if voice else label["name"] if label else None
            if words:
                yield Cue(start, speaker.strip() if speaker else None, words)


def _turns(lines: list[str]) -> Iterator[str]:
    """The lines of a cue, joined unless a dash, a label or a voice begins another turn."""
    turn = ""
    for line in lines:
        begins = line.lstrip().startswith(("-", ">>", "<v")) or _LABEL.match(line.strip())
        if turn and begins:
            yield turn
            turn = ""
        turn = f"{turn} {line}".strip()
    if turn:
        yield turn


def _seconds(written: str) -> float:
    parts = [float(part) for part in written.replace(",", ".").split(":")]
    return sum(part * (1, 60, 3600)[place] for place, part in enumerate(reversed(parts)))


def _laid_out(cues: list[Cue], found: Found, name: str, media_type: str) -> Found:
    """A paragraph a turn, "Name: words"; without names, one after every long silence."""
    if not cues:
        raise Unreadable(name, "a transcript without words")
    turns = list(_joined(cues))
    paragraphs = [_paragraph(turn) for turn in turns]
    return replace(
        found,
        content="\n\n".join(paragraphs).encode(),
        url=found.url,
        charset="utf-8",
        given=found.given,
        media_type=media_type,
        spoken=tuple(Spoken(cue.start, cue.words) for turn in turns for cue in _said_once(turn)),
    )


def _joined(cues: Iterable[Cue]) -> Iterator[list[Cue]]:
    turn: list[Cue] = []
    for cue in cues:
        goes_on = turn and cue.speaker in (None, turn[0].speaker)
        if turn and not (goes_on and (cue.speaker or cue.start - turn[-1].start < _LONG_SILENCE * 3)):
            yield turn
            turn = []
        turn.append(cue)
    if turn:
        yield turn


def _said_once(turn: list[Cue]) -> Iterator[Cue]:
    """The cues of a turn without those that repeat the one before, as captions that roll do."""
    return (next(same) for _, same in groupby(turn, key=lambda cue: cue.words))


def _paragraph(turn: list[Cue]) -> str:
    """A label that names nobody ("SPEAKER_01") is written as the words that it stands for."""
    words = " ".join(cue.words for cue in _said_once(turn))
    speaker = turn[0].speaker
    if not speaker:
        return words
    label = speaker.replace("_", " ").title() if _UNKNOWN.fullmatch(speaker) else speaker
    return f"{label}: {words}"


SUBTITLES = Format(
    "subtitles",
    "SRT and WebVTT, turn by turn",
    lambda head: bool(_SRT.match(head) or _VTT.match(head)),
    unwrap=_subtitles,
)
WHISPER = Format(
    "Whisper's JSON", "a transcript with its speakers", lambda head: bool(_WHISPER.match(head)), unwrap=_whisper
)
