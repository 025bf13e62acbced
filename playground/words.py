"""The sentences that the playground itself says to a person, in the languages of its people."""

from __future__ import annotations

KOREAN = {
    "The application did not respond": "애플리케이션이 응답하지 않았습니다",
    "Loading options failed": "선택지를 불러오지 못했습니다",
    "This was not understood: {detail}": "이해할 수 없는 요청입니다: {detail}",
    "You cannot write here.": "여기에는 글을 쓸 수 없습니다.",
    "A message cannot be empty.": "빈 메시지는 보낼 수 없습니다.",
    "A message has at most {most} characters.": "메시지는 최대 {most}자까지 쓸 수 있습니다.",
    "This command does not exist (any more).": "존재하지 않는 명령어입니다.",
    "You may not use this command here.": "여기에서는 이 명령어를 사용할 권한이 없습니다.",
    "Fill in {option}.": "{option} 항목을 입력해 주십시오.",
    "There is no option {option}.": "{option} 항목은 없습니다.",
    "{option} is not one of the choices.": "{option} 항목의 값이 선택지에 없습니다.",
    "{option} must be a whole number.": "{option} 항목에는 정수를 입력해 주십시오.",
    "{option} must be a number.": "{option} 항목에는 숫자를 입력해 주십시오.",
    "{option} must be at least {least}.": "{option} 항목은 {least} 이상이어야 합니다.",
    "{option} must be at most {most}.": "{option} 항목은 {most} 이하여야 합니다.",
    "{option} needs at least {least} characters.": "{option} 항목은 {least}자 이상이어야 합니다.",
    "{option} has at most {most} characters.": "{option} 항목은 최대 {most}자까지 쓸 수 있습니다.",
    "{option} cannot be chosen here.": "{option} 항목은 여기에서 선택할 수 없습니다.",
    "Files cannot be sent from this page yet.": "이 페이지에서는 아직 파일을 보낼 수 없습니다.",
    "This message does not exist any more.": "더 이상 존재하지 않는 메시지입니다.",
    "This control is not there any more.": "이 버튼이나 메뉴는 더 이상 없습니다.",
    "This control is disabled.": "사용할 수 없는 버튼이나 메뉴입니다.",
    "Choose between {least} and {most} options.": "{least}개 이상 {most}개 이하로 선택해 주십시오.",
    "This form is not open any more.": "이 양식은 더 이상 열려 있지 않습니다.",
    "You cannot dismiss this message.": "닫을 수 없는 메시지입니다.",
}


def say(sentence: str, locale: str, **values: object) -> str:
    """A sentence in a viewer's language, with its values filled in."""
    template = KOREAN.get(sentence, sentence) if locale == "ko" else sentence
    return template.format(**values)
