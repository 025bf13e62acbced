"""Words around an equality that say it is not meant as true, or not in ordinary arithmetic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.auditing.claim import Claim

_BEFORE = 40  # characters looked at before a claim
_AFTER = 60

_SAID_BEFORE = re.compile(  # directly before
    r"""(?: \b(?:if|suppose|supposing|assum\w+|whether|pretend|imagine|say(?:s|ing)?|claim\w*|think\w*|thought
        |believ\w+|mistaken\w*|incorrect\w*|wrong\w*|false\w*|erroneous\w*|not|isn['’]t|doesn['’]t|never|instead\ of
        |rather\ than|impl(?:y|ies)\ that|typo|mod(?:ulo)?|base)\b
        | 만약|만일|가정|잘못|틀린|틀리게 )
        [\s:,“"'$(\\\[]{0,6}$""",
    re.IGNORECASE | re.VERBOSE,
)
_SAID_NEAR_BEFORE = re.compile(  # anywhere in what the sentence says before
    r"""\b(?:incorrect\w*|wrong\w*|mistaken\w*|erroneous\w*|false|contradict\w*|not\ (?:true|equal|the\ case)|typo
        |instead\ of|mistakes?|errors?|misconceptions?)\b
        | 잘못|틀린|틀리게""",
    re.IGNORECASE | re.VERBOSE,
)
_SAID_AFTER = re.compile(
    r"""^[^.!?\n]{0,25}
        (?: \b(?:is|are|was|were|be|isn['’]t|doesn['’]t|does|do|would|can|could|will)\s*(?:n['’]t|not|never)?\s*
            (?:not|false|wrong|incorrect|impossible|absurd|nonsense|untrue
              |a\ contradiction|hold|true\s+only|work|valid)\b
          | \bcontradict\w* | \b(?:impossible|false|wrong|incorrect|were\ true|remainder|modulo|mod|base|absurd)\b
          | \\[pb]?mod | [≠✗✘❌] | 아니|아닙|않|틀|모순|거짓|나머지|이?라면|불가능 )
      | ^[^.\n]{0,4}\?
      | ^\s*[Rr]\s*\d
      | ^\s*\.\s*(?:(?:but\ )?th(?:is|at)\ (?:is\ (?:not|false|wrong|incorrect|impossible|a\ contradiction)
          |contradicts|can(?:not|'t))|contradiction|no[,.!]|wrong)""",
    re.IGNORECASE | re.VERBOSE,
)
_ABSURD = re.compile(r"\bcontradict\w*|\bimpossible\b|\babsurd\w*|\bno solutions?\b|모순", re.IGNORECASE)
_QUOTES = {'"': '"', "“": "”", "‘": "’", "「": "」"}
_OTHER_ARITHMETIC = re.compile(
    r"""\\[pb]?mod(?![a-z]) | \bmodulo\b | \bmod\b | \\equiv | ≡ | \bclock\ arithmetic\b
      | \b(?:in|to|from|into)\s+base\b
      | \bbase[-\ ](?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|\$)
      | \b(?:binary|hexadecimal|octal)\b | (?<!log)\d_\{?\d | 진법|법으로""",
    re.VERBOSE,
)
_DEFINES_OPERATION = re.compile(
    r"""[A-Za-z]\s*(?:\\(?:star|diamond|Diamond|oplus|otimes|odot|circ|ast|clubsuit|heartsuit|spadesuit|bigstar|nabla
          |\#|&|@|%)|[@\#⊕⊗★☆◇◆△▽♠♣♥∗\\&~⊙])\s*[A-Za-z]\b
      | \b[a-z]\s*[*×]\s*[a-z]\s*=\s*[^\n=]{0,20}[a-z]
      | (?<![A-Za-z'])[a-z]\s?[^\sA-Za-z0-9,.'’\-]{1,2}\s?[a-z](?![A-Za-z])\$?\s*(?:is\ defined|means|denotes)
      | \bdefine\w*\b[^.\n]{0,40}\boperat\w+ | \boperat(?:ion|or)\b[^.\n]{0,60}\bdefine | 연산""",
    re.VERBOSE,
)


def excused(text: str, claim: Claim) -> bool:
    """Whether the words next to a claim say that it is quoted, supposed or denied."""
    before = re.split(r"[.!?\n]\s", text[max(0, claim.start - _BEFORE) : claim.start])[-1]
    after = text[claim.end : claim.end + 2 * _AFTER]
    if _SAID_BEFORE.search(before) or _SAID_NEAR_BEFORE.search(before) or _ABSURD.search(after):
        return True
    if before and after and _QUOTES.get(before[-1]) == after[0]:
        return True
    return _SAID_AFTER.search(_unmarked(after[:_AFTER])) is not None


def _unmarked(text: str) -> str:
    return re.sub(r"^(?:\s|\$|\\[\])]|\*)+", " ", text)


def other_arithmetic(text: str) -> bool:
    """Whether the text works with remainders or in another base, where `3 + 5 = 1` may be right."""
    return _OTHER_ARITHMETIC.search(text) is not None


def defines_operation(text: str) -> bool:
    """Whether a sign may have a meaning of its own."""
    return _DEFINES_OPERATION.search(text) is not None
