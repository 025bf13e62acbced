"""What Lemma counts, for Prometheus, on a loopback port."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from bot.starting import NotStartedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client import Metric

    from tutor.watch import Watch

HOST: Final = "127.0.0.1"
_COUNTERS: Final = {
    "questions": "Questions answered",
    "questions_verified": "Questions answered and verified",
    "questions_cross_checked": "Questions answered and cross-checked",
    "questions_unchecked": "Questions answered without a check, or not at all",
    "questions_refuted": "Questions whose answer was refuted and withheld",
    "questions_cached": "Questions answered from what was kept",
    "texts": "Texts asked of the model",
    "texts_failed": "Texts the model failed to write",
    "tokens": "Pieces of text the model wrote, about a token each",
    "writing_seconds": "Seconds the model wrote",
}


class _Collector:
    """Reads the watch whenever it is asked, in the server's own thread: numbers only, nothing is changed."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def collect(self) -> Iterator[Metric]:
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        totals = dict(self._watch.totals)
        for name, meaning in _COUNTERS.items():
            yield CounterMetricFamily(f"lemma_{name}", meaning, value=totals.get(name, 0))
        stories = CounterMetricFamily("lemma_stories", "Stories told around problems", labels=["topic", "outcome"])
        for topic, told in dict(self._watch.stories).items():
            stories.add_metric([topic, "kept"], told.kept)
            stories.add_metric([topic, "thrown"], told.thrown)
        yield stories
        status = self._watch.status(None)
        yield GaugeMetricFamily("lemma_uptime_seconds", "Seconds since Lemma started", value=status.uptime)
        yield GaugeMetricFamily("lemma_writing", "Texts being written", value=status.writing - status.waiting)
        yield GaugeMetricFamily("lemma_waiting", "Texts waiting for the model", value=status.waiting)
        for name, latency in (("answer", status.answered), ("first_token", status.first_piece)):
            if latency is not None:
                meaning = f"Seconds to the {name.replace('_', ' ')}, of the last hour"
                family = GaugeMetricFamily(f"lemma_{name}_seconds", meaning, labels=["quantile"])
                family.add_metric(["0.5"], latency.median)
                family.add_metric(["0.95"], latency.slow)
                yield family


@contextmanager
def serving(watch: Watch, port: int | None) -> Iterator[None]:
    """Serve `/metrics` on the port while the context is open; nothing without a port. Raises NotStartedError."""
    if port is None:
        yield
        return
    from prometheus_client import CollectorRegistry, start_http_server

    registry = CollectorRegistry()
    registry.register(_Collector(watch))
    try:
        server, thread = start_http_server(port, HOST, registry)
    except OSError as error:
        raise NotStartedError(f"Port {port} is taken: set LEMMA_METRICS_PORT to a free one. ({error})") from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
