"""The simulator in a Node process, and botocore's clients on top of it."""

import functools
import json
import pathlib
import subprocess

import botocore.awsrequest
import botocore.config
import botocore.session

HERE = pathlib.Path(__file__).parent
SERVICES = ("license-manager", "ram")


@functools.cache
def service_model(service):
    """botocore's model of a service."""
    return botocore.session.get_session().get_service_model(service)


@functools.cache
def dump():
    """Every request of the session files with its response."""
    node = subprocess.run(["node", HERE / "dump.mjs"], check=True, capture_output=True, encoding="utf-8")
    return [json.loads(line) for line in node.stdout.splitlines()]


class Playground:
    """A simulator in its own process, until `close`."""

    def __init__(self, **options):
        self._node = subprocess.Popen(
            ["node", HERE / "bridge.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self.trace = []
        self._ask({"options": options})

    def close(self):
        """Ends the process."""
        self._node.communicate()

    def operations(self):
        """The simulator's description of its operations."""
        return self._ask({"call": "operations"})

    def handle(self, request):
        """Returns the response to a request. Then `trace` contains the checks."""
        answer = self._ask({"request": request})
        self.trace = answer["trace"]
        return answer["response"]

    def client(self, service, account, **config):
        """A botocore client of an account that sends its requests to the simulator."""
        client = botocore.session.Session().create_client(
            service,
            region_name="us-east-1",
            aws_access_key_id=account,
            aws_secret_access_key="any",
            config=botocore.config.Config(**config),
        )
        client.meta.events.register("before-send", self._answer)
        return client

    def _answer(self, request, **_):
        body = request.body or b""
        response = self.handle(
            {
                "method": request.method,
                "url": request.url,
                "headers": {name: text(value) for name, value in request.headers.items()},
                "body": text(body),
            }
        )
        headers = botocore.awsrequest.HeadersDict(response["headers"])
        return botocore.awsrequest.AWSResponse(request.url, response["status"], headers, RawBody(response["body"]))

    def _ask(self, command):
        self._node.stdin.write(json.dumps(command) + "\n")
        self._node.stdin.flush()
        line = self._node.stdout.readline()
        if not line:
            raise RuntimeError(f"the simulator's process ended on {command}")
        return json.loads(line)


class RawBody:
    """A body with the interface of urllib3."""

    def __init__(self, body):
        self._body = body.encode()

    def stream(self):
        """The body, in one piece."""
        yield self._body


def text(value):
    """Bytes as text."""
    return value.decode() if isinstance(value, bytes) else value
