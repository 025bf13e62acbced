"""Prometheus reads what Lemma counts, on loopback."""

from __future__ import annotations

import urllib.request

import pytest
from aiohttp.test_utils import unused_port

from bot import metrics
from bot.starting import NotStartedError
from maths.verdict import Standing
from tutor.watch import Watch


def _read(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        text: str = answer.read().decode()
        return text


def test_counters_and_latencies_are_served_while_it_is_open() -> None:
    watch, port = Watch(), unused_port()
    with metrics.serving(watch, port):
        watch.answered(Standing.VERIFIED, 0.25)
        text = _read(port)
        watch.answered(Standing.VERIFIED, 0.25)
        later = _read(port)

    assert "lemma_questions_total 1.0" in text
    assert "lemma_questions_verified_total 2.0" in later
    assert 'lemma_answer_seconds{quantile="0.5"} 0.25' in text
    with pytest.raises(OSError, match="refused"):
        _read(port)


def test_stories_are_counted_by_topic_and_outcome() -> None:
    watch, port = Watch(), unused_port()
    for kept in (True, False, False):
        watch.told("percentages", kept=kept)
    with metrics.serving(watch, port):
        text = _read(port)
    assert 'lemma_stories_total{outcome="kept",topic="percentages"} 1.0' in text
    assert 'lemma_stories_total{outcome="thrown",topic="percentages"} 2.0' in text


def test_a_taken_port_is_told() -> None:
    port = unused_port()
    taken = pytest.raises(NotStartedError, match="LEMMA_METRICS_PORT")
    with metrics.serving(Watch(), port), taken, metrics.serving(Watch(), port):
        pass


def test_without_a_port_nothing_is_served() -> None:
    with metrics.serving(Watch(), None):
        pass
