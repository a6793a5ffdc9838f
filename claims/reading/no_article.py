"""What is no article, rather than one that cannot be read."""

from claims.errors import ClaimsError


class NoArticle(ClaimsError):  # noqa: N818
    """A file of a kind that holds no article, such as a picture: in a folder it is passed over, and named."""
