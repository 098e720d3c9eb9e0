"""The AWS CLI in a process of its own, because it brings its own botocore and puts it in the place of the installed one.

Run as a program, it reads one JSON command per line, and writes one JSON result per line. One process runs all commands, because the
CLI takes a second to start.
"""

import contextlib
import io
import json
import os
import pathlib
import subprocess
import sys

import botocore


class AwsCli:
    """The CLI, until `close`."""

    def __init__(self, environment):
        # The CLI's own models are a little older than botocore's.
        models = str(pathlib.Path(botocore.__file__).parent / "data")
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, **environment, "AWS_DATA_PATH": models},
        )

    def close(self):
        """Ends the process."""
        self._process.communicate()

    def run(self, *arguments, key):
        """Runs a command with an access key ID. Returns the exit code and what the CLI prints."""
        self._process.stdin.write(json.dumps([key, *arguments]) + "\n")
        self._process.stdin.flush()
        return tuple(json.loads(self._process.stdout.readline()))


def main():
    """Runs the commands."""
    import awscli.clidriver

    # A driver keeps its credentials and the models that it has read.
    drivers = {}
    for line in sys.stdin:
        key, *arguments = json.loads(line)
        os.environ["AWS_ACCESS_KEY_ID"] = key
        if key not in drivers:
            drivers[key] = awscli.clidriver.create_clidriver()
        out, error = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
            code = drivers[key].main(arguments)
        print(json.dumps([code, out.getvalue(), error.getvalue()]), flush=True)


if __name__ == "__main__":
    main()
