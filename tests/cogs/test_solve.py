from simcord.env import Env
from study import QUADRATIC, text


async def test_a_decided_problem_is_answered_with_its_standing_and_steps(simcord_env: Env) -> None:
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("study")
    ann = guild.add_member(simcord_env.create_user("ann"))
    result = await ann.slash(channel, "solve", problem=QUADRATIC)
    assert "3x^2" in text(result.response)
    assert "✅ **Verified**: both roots substituted back exactly" in text(result.response)
