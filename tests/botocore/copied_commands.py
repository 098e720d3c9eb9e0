"""Runs commands of the AWS CLI and prints what it would send. The CLI has a process of its own, because it brings its own botocore and
puts it in the place of the installed one.

Each line of the input is the JSON list of a command's words, each line of the output a JSON object: what is sent, or what the CLI prints.
"""

import contextlib
import functools
import io
import json
import sys


def main():
    """Runs the commands."""
    import awscli.clidriver
    import awscli.paramfile
    import botocore.config

    driver = awscli.clidriver.create_clidriver()
    # The minimum lengths of the model are the service's business.
    config = botocore.config.Config(parameter_validation=False)
    # To make a client takes longer than everything else.
    driver.session.create_client = functools.cache(functools.partial(driver.session.create_client, config=config))
    sent = []
    driver.session.register("before-call", lambda model, params, **_: sent.append((model.name, params)) or (Accepted, {}))
    for line in sys.stdin:
        sent.clear()
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            driver.main(json.loads(line))
        # Every command registers this handler anew, so that later commands would call it hundreds of times.
        driver.session.unregister("session-initialized", awscli.paramfile.register_uri_param_handler)
        result = [{"operation": name, "url": params["url"], "input": input_of(params)} for name, params in sent]
        print(json.dumps({"sent": result, "printed": printed.getvalue()}), flush=True)


class Accepted:
    """The response of a service that accepts everything."""

    status_code = 200


def input_of(params):
    """The members that botocore puts into a request."""
    return dict(params["query_string"] or json.loads(params["body"] or "{}"))


if __name__ == "__main__":
    main()
