"""The package's command `serve`, and the calls of the session files that a client can repeat on it."""

import contextlib
import http.client
import json
import pathlib
import re
import subprocess
import tempfile
import urllib.parse

from playground import HERE, dump

ROOT = HERE.parent.parent
COMMAND = ROOT / "target/package/cli.js"


class Endpoint:
    """`grant-playground serve` on a free port, until `close`."""

    def __init__(self, *arguments):
        self._process = subprocess.Popen(
            ["node", COMMAND, "serve", "--port", "0", *arguments], stdout=subprocess.PIPE, encoding="utf-8"
        )
        line = self._process.stdout.readline()
        self.url = re.match(r"Listening on (http://127\.0\.0\.1:\d+)\.", line).group(1)

    def send(self, request):
        """Sends a recorded request as it is."""
        address, there = urllib.parse.urlsplit(self.url), urllib.parse.urlsplit(request["url"])
        connection = http.client.HTTPConnection(address.hostname, address.port)
        headers = {name: value for name, value in request["headers"].items() if name.lower() not in ("host", "content-length")}
        target = f"{there.path or '/'}?{there.query}" if there.query else there.path or "/"
        connection.request(request["method"], target, request["body"].encode(), headers)
        connection.getresponse().read()
        connection.close()

    def close(self):
        """Stops the command."""
        self._process.terminate()
        self._process.communicate()


class Call:
    """A recorded call."""

    def __init__(self, recorded):
        self.action = recorded.get("operation")
        self.name = f"{self.action}, {recorded['path']}, step {recorded['step']}"
        self.path, self.step, self.request = recorded["path"], recorded["step"], recorded["request"]
        self.succeeds = recorded["response"]["status"] == 200 and self.action is not None
        self.service, self.operation = self.action.split(":") if self.action else (None, None)
        self.body = json.loads(recorded["response"]["body"] or "{}") if self.succeeds else {}
        scope = re.search(r"Credential=(\d{12})/\d+/([^/]+)/", self.request["headers"].get("Authorization", ""))
        self.account, self.region = scope.groups() if scope else (None, None)

    def arguments(self, input_shape):
        """The members, with the types of the API model."""
        query = urllib.parse.parse_qsl(urllib.parse.urlsplit(self.request["url"]).query)
        if not query:
            return json.loads(self.request["body"] or "{}")
        types = {name: shape.type_name for name, shape in input_shape.members.items()}
        return {name: int(text) if types[name] == "integer" else text for name, text in query}


def conversations():
    """The recorded calls, in lists of calls that follow each other directly in a session file."""
    found = []
    for recorded in dump():
        call = Call(recorded)
        last = found[-1][-1] if found else None
        if last and (last.path, last.step + 1) == (call.path, call.step):
            found[-1].append(call)
        else:
            found.append([call])
    return found


def choose(can_send):
    """A few conversations, each with the calls that a client is to send: for every operation, one that succeeds."""
    candidates = []
    for conversation in conversations():
        by_action = {call.action: call for call in reversed(conversation) if call.succeeds and call.account and can_send(call)}
        candidates.append((conversation, by_action))
    chosen, missing = [], {action for _, by_action in candidates for action in by_action}
    while missing:
        conversation, by_action = max(candidates, key=lambda candidate: len(missing & candidate[1].keys()))
        chosen.append((conversation, [by_action[action] for action in missing & by_action.keys()]))
        missing -= by_action.keys()
    return chosen


def replay(chosen):
    """Yields each chosen call and an endpoint in the state before it. Sends the calls between them as they were recorded."""
    for conversation, calls in chosen:
        steps = sorted(call.step for call in calls)
        with endpoint_before(conversation[0].path, steps[0]) as endpoint:
            for call in conversation:
                if call.step in steps:
                    yield call, endpoint
                elif steps[0] < call.step < steps[-1]:
                    endpoint.send(call.request)


@contextlib.contextmanager
def endpoint_before(path, step):
    """An endpoint in the state before a step of a session file."""
    session = json.loads((ROOT / path).read_text("utf-8"))
    session["steps"] = session["steps"][: step - 1]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "session.json")
        file.write_text(json.dumps(session), "utf-8")
        endpoint = Endpoint("--session", str(file))
    try:
        yield endpoint
    finally:
        endpoint.close()
