"""The world before anybody spoke: one guild, two channels, three people, the bot. Ids never change."""

from __future__ import annotations

from playground.shapes import Json, Permission

# Snowflakes of 1 September 2025, far below any made while running.
_BASE = (1_756_684_800_000 - 1_420_070_400_000) << 22

GUILD, MODERATOR_ROLE, BOT_ROLE = (str(_BASE + n) for n in (1, 2, 3))
STUDY, MODERATORS = (str(_BASE + n) for n in (11, 12))
ADA, MINJUN, MINA, BOT, HOST = (str(_BASE + n) for n in (21, 22, 23, 24, 25))
WELCOME = str(_BASE + 31)
PEOPLE = (ADA, MINJUN, MINA)
APPLICATION = BOT

GUILD_LOCALE = "en-US"
EVERYONE = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.ADD_REACTIONS
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.MENTION_EVERYONE
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
)

WELCOME_TEXT = """\
**Welcome to the study server!** Lemma solves mathematics step by step and says how far each answer may be trusted.
Type a command below and press Enter:
`/solve problem: 3x^2+4x+5=1`
Then try `/help`, or right-click (long-press) a message and choose **Solve this message**.

**스터디 서버에 오신 것을 환영합니다!** Lemma는 수학 문제를 단계별로 풀고, 답을 얼마나 믿을 수 있는지 알려 드립니다.
아래에 명령어를 입력하고 Enter를 눌러 보세요:
`/solve problem: 3x^2 + 4x + 5 = 1을 풀어 주세요.`"""


def users() -> dict[str, Json]:
    return {
        ADA: _user(ADA, "ada", "Ada", "en-US"),
        MINJUN: _user(MINJUN, "minjun", "민준", "ko"),
        MINA: _user(MINA, "mina", "Mina", "en-US"),
        BOT: _user(BOT, "lemma", "Lemma", "en-US") | {"bot": True},
        HOST: _user(HOST, "study-server", "Study server", "en-US") | {"system": True},
    }


def crowd(count: int) -> dict[str, Json]:
    """Learners for a load test, with ids of their own."""
    ids = [str(_BASE + 1000 + number) for number in range(count)]
    return {one: _user(one, f"learner{n}", f"Learner {n}", "en-US") for n, one in enumerate(ids, start=1)}


def _user(user_id: str, username: str, shown: str, locale: str) -> Json:
    return {
        "id": user_id,
        "username": username,
        "global_name": shown,
        "discriminator": "0",
        "avatar": None,
        "bot": False,
        "system": False,
        "public_flags": 0,
        "locale": locale,
    }


def roles() -> list[Json]:
    moderator = Permission.MANAGE_GUILD | Permission.MANAGE_MESSAGES | Permission.MANAGE_CHANNELS
    return [
        _role(GUILD, "@everyone", EVERYONE, 0),
        _role(BOT_ROLE, "Lemma", Permission(0), 1) | {"managed": True, "tags": {"bot_id": BOT}},
        _role(MODERATOR_ROLE, "Moderator", moderator, 2) | {"hoist": True, "color": 0x3498DB},
    ]


def _role(role_id: str, name: str, permissions: Permission, position: int) -> Json:
    return {
        "id": role_id,
        "name": name,
        "permissions": str(int(permissions)),
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def member_roles() -> dict[str, list[str]]:
    return {ADA: [], MINJUN: [], MINA: [MODERATOR_ROLE], BOT: [BOT_ROLE], HOST: []}


def channels() -> dict[str, Json]:
    hidden = [_overwrite(GUILD, 0, Permission.VIEW_CHANNEL), _overwrite(MODERATOR_ROLE, Permission.VIEW_CHANNEL, 0)]
    return {
        STUDY: _channel(STUDY, "study", 0, "Ask Lemma with /solve"),
        MODERATORS: _channel(MODERATORS, "moderators", 1, "For moderators only") | {"permission_overwrites": hidden},
    }


def _overwrite(role_id: str, allow: int, deny: int) -> Json:
    return {"id": role_id, "type": 0, "allow": str(int(allow)), "deny": str(int(deny))}


def _channel(channel_id: str, name: str, position: int, topic: str) -> Json:
    return {
        "id": channel_id,
        "type": 0,
        "guild_id": GUILD,
        "name": name,
        "topic": topic,
        "position": position,
        "permission_overwrites": [],
        "parent_id": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "flags": 0,
    }


def guild() -> Json:
    return {
        "id": GUILD,
        "name": "Study server",
        "owner_id": HOST,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "application_id": None,
        "system_channel_id": STUDY,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "vanity_url_code": None,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": GUILD_LOCALE,
        "features": [],
        "emojis": [],
        "stickers": [],
        "region": "",
        "roles": roles(),
    }
