"""Spaces: secrets, variables, hardware, pause and restart."""

from huggingface_hub import HfApi
from huggingface_hub.errors import BadRequestError
from table import check, raises

SPACE = "my-org/my-space"


@check("add_space_secret, get_space_secrets, delete_space_secret")
def secrets(api: HfApi):
    api.add_space_secret(SPACE, "API_KEY", "very secret", description="For the service")
    found = api.get_space_secrets(SPACE)
    assert found["API_KEY"].description == "For the service"
    assert "very secret" not in repr(found)
    api.delete_space_secret(SPACE, "API_KEY")
    assert "API_KEY" not in api.get_space_secrets(SPACE)
    raises(BadRequestError, lambda: api.add_space_secret(SPACE, "1-bad", "x"))


@check("add_space_variable, get_space_variables, delete_space_variable")
def variables(api: HfApi):
    assert api.add_space_variable(SPACE, "MODE", "slow")["MODE"].value == "slow"
    assert api.add_space_variable(SPACE, "MODE", "fast")["MODE"].value == "fast"
    assert api.get_space_variables(SPACE)["MODE"].value == "fast"
    assert "MODE" not in api.delete_space_variable(SPACE, "MODE")


@check("request_space_hardware, set_space_sleep_time")
def hardware(api: HfApi):
    runtime = api.request_space_hardware(SPACE, "t4-small", sleep_time=3600)
    assert runtime.requested_hardware == "t4-small" and runtime.sleep_time == 3600, runtime
    assert api.set_space_sleep_time(SPACE, 600).sleep_time == 600
    assert api.request_space_hardware(SPACE, "cpu-basic").requested_hardware == "cpu-basic"


@check("pause_space, restart_space, get_space_runtime")
def pausing(api: HfApi):
    assert api.pause_space(SPACE).stage == "PAUSED"
    assert api.get_space_runtime(SPACE).stage == "PAUSED"
    assert api.restart_space(SPACE).stage == "RUNNING"
