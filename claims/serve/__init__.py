"""The desk in the browser: views over the desk's functions, for one machine or a few people at one ledger.

A request passes the guards (`guards`: the Host header, sizes, what a browser may do with an answer), then the view that
its address names, with the ledger open and the reviewer known (`visit`). To add a view:

1. One file in `views/`, such as `speakers_view.py`, with ``ROUTES``, a list of

   - ``page("/speakers", shown)``: a GET that changes nothing; ``shown(visit: Visit) -> Response`` is a plain function
     (it runs in a thread), and mostly ends with ``visit.render("speakers.html.j2", speakers=...)``;
   - ``change("/speakers/same", joined)``: a POST that calls one of the desk's functions and ends with
     ``visit.go("/speakers")``. Session, CSRF token and repeated posts are seen to before it is called; a
     :class:`ClaimsError` becomes one line on the page it came from.

   and ``NAVIGATION = ("Speakers", "/speakers")`` where the view stands in the bar above.
2. One line in ``VIEWS`` of `views/__init__.py`, in the order of the bar.
3. A template that begins with ``{% extends "desk.html.j2" %}`` and fills the blocks ``title`` and ``main``. Each form
   that changes something has ``{{ once() }}`` in it. Text of articles stands in ``<bdi>`` or in an element with
   ``dir="auto"``. There is no inline script or style: the Content-Security-Policy forbids both.
4. Where it needs one, a JavaScript module in `static/`, named in the block ``scripts``; a key is a
   ``data-key="c"`` on the link or button that it presses (`static/keys.js`), with the words of ``title`` as its help.
5. Its addresses in `tests/serve/desk_views.py`: by them attackers and axe try every view, and a route that is not there
   fails a test.
"""

from typing import TYPE_CHECKING

from claims.lazy import attach

if TYPE_CHECKING:
    from claims.serve.desk_app import application
    from claims.serve.server import serve

__all__ = ["application", "serve"]

__getattr__, __dir__ = attach(
    __name__, {"application": f"{__name__}.desk_app", "serve": f"{__name__}.server"}
)
