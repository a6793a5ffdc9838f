"""The ledger's views, which answer the common questions of people who open it in Datasette or sqlite3."""

from typing import Final

from sqlalchemy import Connection

_LATEST_CLAIMS = """
SELECT c.id, c.speaker_name AS speaker, s.type AS speaker_type,
       CASE WHEN o.speaker_id IS NULL THEN s.role END AS role, c.mention, c.cue, c.content, c.kind,
       c.stance, c.act, c.tag, c.confidence, c.words_confidence, c.speaker_confidence, c.reasons, a.outlet, a.title,
       a.published, coalesce(a.url, a.path, a.key) AS found_at, a.version, c.starts, c.ends, m.group_id,
       v.attribution AS attribution_verdict, v.truth AS truth_verdict, v.evidence, v.note,
       v.reviewer, v.decided, v.corrected_speaker, v.corrected_words
FROM claims c
JOIN articles a ON a.id = c.article_id
LEFT JOIN speakers s ON s.id = c.speaker_id
LEFT JOIN co_speakers o ON o.claim_number = c.number AND o.place = 1
LEFT JOIN group_members m ON m.claim_number = c.number
LEFT JOIN verdicts v ON v.number = (
    SELECT w.number FROM verdicts w
    WHERE w.claim_id = c.id
      AND coalesce(w.attribution, w.truth, w.evidence, w.note, w.corrected_speaker, w.corrected_words) IS NOT NULL
      AND NOT EXISTS (
          SELECT 1 FROM verdicts x WHERE x.claim_id = w.claim_id AND x.reviewer = w.reviewer
          AND (x.decided > w.decided OR (x.decided = w.decided AND x.number > w.number)))
    ORDER BY w.decided DESC, w.number DESC LIMIT 1)
WHERE NOT EXISTS (SELECT 1 FROM articles n WHERE n.key = a.key AND n.version > a.version)
  AND a.key NOT IN (
      SELECT d.value FROM decisions d WHERE d.kind = 'remove' AND d.undone IS NULL AND d.value IS NOT NULL)
"""

_GROUPED_CLAIMS = """
SELECT m.group_id, m.place, c.id AS claim_id, c.speaker_name AS speaker, c.content, a.outlet, a.published,
       coalesce(a.url, a.path, a.key) AS found_at, m.reason
FROM group_members m
JOIN claims c ON c.number = m.claim_number
JOIN articles a ON a.id = c.article_id
"""

_CLAIM_SPEAKERS = """
SELECT c.number AS claim_number, c.id AS claim_id, c.article_id, s.id AS speaker_id, s.name AS speaker, s.type, s.role
FROM claims c JOIN speakers s ON s.id = c.speaker_id
UNION ALL
SELECT c.number, c.id, c.article_id, s.id, s.name, s.type, s.role
FROM co_speakers o JOIN claims c ON c.number = o.claim_number JOIN speakers s ON s.id = o.speaker_id
"""

VIEWS: Final = {
    "latest_claims": _LATEST_CLAIMS,
    "grouped_claims": _GROUPED_CLAIMS,
    "claim_speakers": _CLAIM_SPEAKERS,
}


def create_views(connection: Connection) -> None:
    """Make the views; the caller commits."""
    for name, view in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {view}")


def drop_views(connection: Connection) -> None:
    """Drop the views of whatever format; the caller commits."""
    for name in VIEWS:
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
