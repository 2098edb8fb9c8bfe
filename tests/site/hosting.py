"""A plain host for static files, as an NGO may have one; it takes down every request."""

import functools
import http.server
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field

TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json"}


@dataclass
class Host:
    address: str
    requests: list = field(default_factory=list)
    folder: str = ""
    down: bool = False


@contextmanager
def hosted(folder):
    host = Host("", folder=str(folder))

    class Handler(http.server.SimpleHTTPRequestHandler):
        extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | TYPES

        def translate_path(self, path):
            self.directory = host.folder
            return super().translate_path(path)

        def log_message(self, *_parts):
            host.requests.append((self.command, self.path))

        def do_GET(self):
            if host.down:
                host.requests.append((self.command, self.path))
                self.close_connection = True
                return
            super().do_GET()

        def do_POST(self):
            self.send_error(405)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=20)
