"""A web server in a thread, for tests: what is at each of its paths, said by the test."""

from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """Answers by path: status, headers and body; or a function that writes to the connection itself."""

    address: str
    pages: dict[str, tuple[int, dict[str, str], bytes] | Callable[[BaseHTTPRequestHandler], None]]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """What was asked for, with the headers, but for robots.txt."""
    asked_for_robots: int = 0

    def put(self, path: str, body: bytes | str, kind: str | None = "text/html", **headers: str) -> str:
        """Place a page; gives its address."""
        named = {"Content-Type": kind} if kind is not None else {}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (200, named, body.encode("utf-8") if isinstance(body, str) else body)
        return self.address + path

    def refuse(self, path: str, status: int, **headers: str) -> str:
        """Place an answer without a page; gives its address."""
        self.pages[path] = (status, headers, b"")
        return self.address + path


def serving(site: Site) -> ThreadingHTTPServer:
    """A server of the site on a free port of this machine, whose address the site gets."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.endswith("/robots.txt"):
                site.asked_for_robots += 1
            else:
                site.asked.append((self.path, dict(self.headers)))
            answer = site.pages.get(self.path, (404, {}, b""))
            if callable(answer):
                answer(self)
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    return server
