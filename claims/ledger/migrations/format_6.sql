-- The tables, indexes and triggers of a ledger of format 6, from which migrations start; never changed.

CREATE TABLE articles (
    id INTEGER NOT NULL,
    title TEXT,
    outlet TEXT,
    author TEXT,
    published TEXT,
    url TEXT,
    path TEXT,
    "key" TEXT NOT NULL,
    version INTEGER NOT NULL,
    added TEXT NOT NULL,
    hash TEXT NOT NULL,
    blocks TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE ("key", version)
);

CREATE TABLE speakers (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    role TEXT,
    doubts TEXT,
    PRIMARY KEY (id)
);

CREATE TABLE groups (
    id TEXT NOT NULL,
    articles INTEGER NOT NULL,
    speaker_name TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE units (
    unit INTEGER NOT NULL,
    PRIMARY KEY (unit)
);

CREATE TABLE unit_keys (
    "key" INTEGER NOT NULL,
    unit INTEGER NOT NULL,
    PRIMARY KEY ("key", unit)
)
 WITHOUT ROWID;

CREATE TABLE ties (
    first INTEGER NOT NULL,
    second INTEGER NOT NULL,
    relation TEXT NOT NULL,
    probability FLOAT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (first, second)
)
 WITHOUT ROWID;

CREATE TABLE touched_units (
    unit INTEGER NOT NULL,
    PRIMARY KEY (unit)
);

CREATE TABLE verdicts (
    number INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    decided TEXT NOT NULL,
    attribution TEXT,
    truth TEXT,
    evidence TEXT,
    note TEXT,
    corrected_speaker TEXT,
    corrected_words TEXT,
    version INTEGER,
    PRIMARY KEY (number)
);

CREATE TABLE successors (
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    successor TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE progress (
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    linked INTEGER NOT NULL,
    grouped INTEGER NOT NULL,
    process TEXT,
    PRIMARY KEY (number)
);

CREATE TABLE settings (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE decisions (
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    value TEXT,
    reviewer TEXT,
    made TEXT NOT NULL,
    undone TEXT,
    PRIMARY KEY (number)
);

CREATE TABLE sightings (
    "key" TEXT NOT NULL,
    place TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY ("key", place),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);

CREATE TABLE appearances (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    speaker_id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    role TEXT,
    role_offsets TEXT NOT NULL,
    probability FLOAT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (article_id, id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(speaker_id) REFERENCES speakers (id)
);

CREATE TABLE claims (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    speaker_id TEXT,
    appearance_number INTEGER,
    speaker_name TEXT,
    mention TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    act TEXT NOT NULL,
    confidence FLOAT NOT NULL,
    tag TEXT NOT NULL,
    reasons TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    offsets TEXT NOT NULL,
    unit INTEGER,
    PRIMARY KEY (number),
    UNIQUE (article_id, id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(speaker_id) REFERENCES speakers (id),
    FOREIGN KEY(appearance_number) REFERENCES appearances (number)
);

CREATE TABLE mentions (
    number INTEGER NOT NULL,
    speaker_id TEXT,
    article_id INTEGER NOT NULL,
    claim_number INTEGER NOT NULL,
    words TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(speaker_id) REFERENCES speakers (id),
    FOREIGN KEY(article_id) REFERENCES articles (id),
    FOREIGN KEY(claim_number) REFERENCES claims (number)
);

CREATE TABLE group_members (
    claim_number INTEGER NOT NULL,
    group_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    reason TEXT NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (claim_number),
    FOREIGN KEY(claim_number) REFERENCES claims (number),
    FOREIGN KEY(group_id) REFERENCES groups (id)
);

CREATE INDEX ix_articles_published ON articles (published);

CREATE INDEX ix_articles_outlet ON articles (outlet);

CREATE INDEX ix_ties_second ON ties (second);

CREATE INDEX ix_verdicts_claim_id_decided ON verdicts (claim_id, decided);

CREATE INDEX ix_successors_successor ON successors (successor);

CREATE INDEX ix_appearances_id ON appearances (id);

CREATE INDEX ix_appearances_speaker_id ON appearances (speaker_id);

CREATE INDEX ix_claims_id ON claims (id);

CREATE INDEX ix_claims_unit ON claims (unit);

CREATE INDEX ix_claims_speaker_id ON claims (speaker_id);

CREATE INDEX ix_claims_appearance_number ON claims (appearance_number);

CREATE INDEX ix_mentions_speaker_id ON mentions (speaker_id);

CREATE INDEX ix_mentions_article_id ON mentions (article_id);

CREATE INDEX ix_mentions_claim_number ON mentions (claim_number);

CREATE INDEX ix_group_members_group_id ON group_members (group_id);

CREATE TRIGGER claims_inserted AFTER INSERT ON claims BEGIN INSERT INTO claims_fts (rowid, content, mention, cue, speaker_name) VALUES (new.number, new.content, new.mention, new.cue, new.speaker_name); END;

CREATE TRIGGER claims_deleted AFTER DELETE ON claims BEGIN INSERT INTO claims_fts (claims_fts, rowid, content, mention, cue, speaker_name) VALUES ('delete', old.number, old.content, old.mention, old.cue, old.speaker_name); END;

CREATE TRIGGER claims_updated AFTER UPDATE OF content, mention, cue, speaker_name ON claims BEGIN INSERT INTO claims_fts (claims_fts, rowid, content, mention, cue, speaker_name) VALUES ('delete', old.number, old.content, old.mention, old.cue, old.speaker_name); INSERT INTO claims_fts (rowid, content, mention, cue, speaker_name) VALUES (new.number, new.content, new.mention, new.cue, new.speaker_name); END;
