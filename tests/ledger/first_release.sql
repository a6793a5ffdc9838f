-- A ledger as the first release left it: an article in two versions, one that copies it, a group, a verdict.
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
	UNIQUE ("key", version), 
	UNIQUE ("key", hash)
);
CREATE INDEX ix_articles_outlet ON articles (outlet);
CREATE INDEX ix_articles_published ON articles (published);
CREATE TABLE speakers (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	type TEXT NOT NULL, 
	role TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE groups (
	id TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	PRIMARY KEY (id)
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
	PRIMARY KEY (number)
);
CREATE INDEX ix_verdicts_claim_id_decided ON verdicts (claim_id, decided);
CREATE TABLE claims (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	article_id INTEGER NOT NULL, 
	speaker_id TEXT, 
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
	PRIMARY KEY (number), 
	UNIQUE (article_id, id), 
	FOREIGN KEY(article_id) REFERENCES articles (id), 
	FOREIGN KEY(speaker_id) REFERENCES speakers (id)
);
CREATE INDEX ix_claims_speaker_id ON claims (speaker_id);
CREATE INDEX ix_claims_id ON claims (id);
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
CREATE INDEX ix_mentions_article_id ON mentions (article_id);
CREATE INDEX ix_mentions_claim_number ON mentions (claim_number);
CREATE INDEX ix_mentions_speaker_id ON mentions (speaker_id);
CREATE TABLE group_members (
	claim_number INTEGER NOT NULL, 
	group_id TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (claim_number), 
	FOREIGN KEY(claim_number) REFERENCES claims (number), 
	FOREIGN KEY(group_id) REFERENCES groups (id)
);
CREATE INDEX ix_group_members_group_id ON group_members (group_id);
CREATE VIEW latest_claims AS
SELECT c.id, c.speaker_name AS speaker, s.type AS speaker_type, s.role, c.mention, c.cue, c.content, c.kind,
       c.stance, c.act, c.tag, c.confidence, c.reasons, a.outlet, a.title, a.published,
       coalesce(a.url, a.path, a.key) AS found_at, a.version, c.starts, c.ends, m.group_id,
       v.attribution AS attribution_verdict, v.truth AS truth_verdict, v.evidence, v.note,
       v.reviewer, v.decided
FROM claims c
JOIN articles a ON a.id = c.article_id
LEFT JOIN speakers s ON s.id = c.speaker_id
LEFT JOIN group_members m ON m.claim_number = c.number
LEFT JOIN verdicts v ON v.number = (
    SELECT w.number FROM verdicts w WHERE w.claim_id = c.id ORDER BY w.decided DESC, w.number DESC LIMIT 1)
WHERE NOT EXISTS (SELECT 1 FROM articles n WHERE n.key = a.key AND n.version > a.version);
CREATE VIEW grouped_claims AS
SELECT m.group_id, m.place, c.id AS claim_id, c.speaker_name AS speaker, c.content, a.outlet, a.published,
       coalesce(a.url, a.path, a.key) AS found_at, m.reason
FROM group_members m
JOIN claims c ON c.number = m.claim_number
JOIN articles a ON a.id = c.article_id;
CREATE VIRTUAL TABLE claims_fts USING fts5(content, mention, cue, speaker_name, content="claims", content_rowid="number", tokenize="porter unicode61 remove_diacritics 2");
CREATE TRIGGER claims_inserted AFTER INSERT ON claims BEGIN INSERT INTO claims_fts (rowid, content, mention, cue, speaker_name) VALUES (new.number, new.content, new.mention, new.cue, new.speaker_name); END;
CREATE TRIGGER claims_deleted AFTER DELETE ON claims BEGIN INSERT INTO claims_fts (claims_fts, rowid, content, mention, cue, speaker_name) VALUES ('delete', old.number, old.content, old.mention, old.cue, old.speaker_name); END;
CREATE TRIGGER claims_updated AFTER UPDATE ON claims BEGIN INSERT INTO claims_fts (claims_fts, rowid, content, mention, cue, speaker_name) VALUES ('delete', old.number, old.content, old.mention, old.cue, old.speaker_name); INSERT INTO claims_fts (rowid, content, mention, cue, speaker_name) VALUES (new.number, new.content, new.mention, new.cue, new.speaker_name); END;
INSERT INTO articles VALUES(1,NULL,'Courier',NULL,'2031-05-01','https://courier.example/flood',NULL,'https://courier.example/flood',1,'2026-11-22T19:36:58+00:00','5e9a187f9a5611bb90e2f53a681b2a57415a1931866f861ddf2b2cf66bd7c615','[{"kind": "paragraph", "start": 0, "end": 66}]','Mara Ellison said that the water came over the old bridge at noon.');
INSERT INTO articles VALUES(2,NULL,'Courier',NULL,'2031-05-01','https://courier.example/flood',NULL,'https://courier.example/flood',2,'2026-11-22T19:36:58+00:00','82f8bb94aceae8ec1dec51fd3faca2d4f7f3ff15f0ab19d3219d5106b5a914cb','[{"kind": "paragraph", "start": 0, "end": 146}]','Mara Ellison said that the old wall broke before the night watch could warn the lower town.

Tomas Quill said that 14 sheep drowned in the meadow.');
INSERT INTO articles VALUES(3,NULL,'Herald',NULL,'2031-05-02','https://herald.example/wall',NULL,'https://herald.example/wall',1,'2026-11-22T19:36:58+00:00','9f49c391ded4938130c4ad57a35fee26ce741b010bb4f0076ec9d4b7bf81139d','[{"kind": "paragraph", "start": 0, "end": 91}]','Mara Ellison said that the old wall broke before the night watch could warn the lower town.');
INSERT INTO speakers VALUES('9a4e7057e6f2','Mara Ellison','person','mayor of Harrowmere');
INSERT INTO speakers VALUES('084067498bf1','Tomas Quill','person',NULL);
INSERT INTO claims VALUES(1,'384fd9c03dbf',1,'9a4e7057e6f2','Mara Ellison','Mara Ellison','said','that the water came over the old bridge at noon','indirect','neutral','statement',0.9,'high','[]',0,65,'{"mention": [[0, 12]], "cue": [[13, 17]], "content": [[18, 65]]}');
INSERT INTO claims VALUES(2,'0cb195116aa7',2,'9a4e7057e6f2','Mara Ellison','Mara Ellison','said','that the old wall broke before the night watch could warn the lower town','indirect','neutral','statement',0.9,'high','[]',0,90,'{"mention": [[0, 12]], "cue": [[13, 17]], "content": [[18, 90]]}');
INSERT INTO claims VALUES(3,'48f4007fdaf9',2,'084067498bf1','Tomas Quill','Tomas Quill','said','that 14 sheep drowned in the meadow','indirect','neutral','statement',0.9,'high','[]',93,145,'{"mention": [[93, 104]], "cue": [[105, 109]], "content": [[110, 145]]}');
INSERT INTO claims VALUES(4,'3dd6ce117ad5',3,'9a4e7057e6f2','Mara Ellison','Mara Ellison','said','that the old wall broke before the night watch could warn the lower town','indirect','neutral','statement',0.9,'high','[]',0,90,'{"mention": [[0, 12]], "cue": [[13, 17]], "content": [[18, 90]]}');
INSERT INTO mentions VALUES(1,'9a4e7057e6f2',1,1,'Mara Ellison',0,12);
INSERT INTO mentions VALUES(2,'9a4e7057e6f2',2,2,'Mara Ellison',0,12);
INSERT INTO mentions VALUES(3,'084067498bf1',2,3,'Tomas Quill',93,104);
INSERT INTO mentions VALUES(4,'9a4e7057e6f2',3,4,'Mara Ellison',0,12);
INSERT INTO groups VALUES('612047a0d546',0);
INSERT INTO group_members VALUES(2,'612047a0d546',0,'the fullest wording');
INSERT INTO group_members VALUES(4,'612047a0d546',1,'the same words');
INSERT INTO verdicts VALUES(1,'0cb195116aa7','Ana','2031-05-03','correct','true',NULL,NULL);
PRAGMA application_id = 1129070925;
PRAGMA user_version = 1;
