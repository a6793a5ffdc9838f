"""Every route of the desk, with addresses at which a ledger has something to show: a new one cannot be left out."""

from pathlib import Path

from starlette.routing import Route

from claims import desk
from claims.ledger import Ledger
from claims.serve.views import login_view, views


def routes(method: str) -> list[str]:
    """The paths of the desk that answer to a method, as its views give them."""
    every = [*login_view.ROUTES, *(route for view in views() for route in view.ROUTES)]
    return [route.path for route in every if isinstance(route, Route) and method in (route.methods or ())]


def addresses(ledger: str | Path) -> dict[str, list[str]]:
    """Addresses of each page, by its route: of claims, speakers, links, assertions and articles that are there."""
    with Ledger.open(ledger) as opened:
        claims = [claim.id for claim in opened.claims()]
        disputed = [*desk.queue(opened, desk.Filter()).disputed(claims)]
        against = [claim.id for pair in desk.conflicts(opened) for claim in (pair.first, pair.second)]
        kept = opened.list_articles()
        speakers = [one.id for one in opened.speakers()]
        link = opened.doubtful_links()[0]
        groups = [group.id for group in opened.groups()]
    both = f"one={link.one.id}&other={link.other.id}"
    some = list(dict.fromkeys([*disputed[:1], *against[:1], claims[0], claims[-1]]))
    return {
        "/": [
            "/",
            "/?show=all",
            "/?show=disputed",
            "/?order=conflicts",
            f"/?done={some[0]}",
            "/?words=nowhere",
        ],
        "/claims/{id}": [f"/claims/{id_}?done={id_}" for id_ in some],
        "/claims/{id}/open": [f"/claims/{some[0]}/open"],
        "/speaker-names": ["/speaker-names?name=a"],
        "/articles": ["/articles"],
        "/articles/{id}": [f"/articles/{kept[0].id}", f"/articles/{kept[-1].id}"],
        "/articles/{id}/changes": [f"/articles/{one.id}/changes" for one in kept if one.versions > 1][:2],
        "/speakers": ["/speakers", "/speakers?name=a"],
        "/speakers/doubtful": ["/speakers/doubtful"],
        "/speakers/if/{kind}": [f"/speakers/if/same?{both}", f"/speakers/if/different?{both}"],
        "/speakers/{id}": [f"/speakers/{id_}" for id_ in {speakers[0], link.one.id}],
        "/assertions": ["/assertions", "/assertions?words=said"],
        "/assertions/{id}": [f"/assertions/{groups[0]}", f"/assertions/{claims[-1]}"],
        "/add": ["/add"],
        "/add/progress": ["/add/progress"],
        "/export": ["/export"],
        "/export/claims.{ending}": [f"/export/claims.{ending}" for ending in ("xlsx", "csv", "html")],
        "/name": ["/name?back=/claims/1"],
    }
