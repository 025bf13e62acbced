"""Every topic of practice. A new topic is one file beside this one, and one line here."""

from __future__ import annotations

from maths.generating.topics.linear_equations import TOPIC as LINEAR_EQUATIONS

TOPICS = {topic.key: topic for topic in (LINEAR_EQUATIONS,)}
