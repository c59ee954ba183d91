-- A database of layout 25 as sqlite3 dumps it, with a little of everything in it.
PRAGMA application_id = 1380666445;
PRAGMA user_version = 25;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE change (
    id          INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    actor       TEXT    NOT NULL,
    command     TEXT    NOT NULL,
    undoes      INTEGER REFERENCES change (id)
, seal BLOB) STRICT;
INSERT INTO change VALUES(1,1793606400,'liisa','init',NULL,NULL);
INSERT INTO change VALUES(2,1793606460,'liisa','policy',NULL,NULL);
INSERT INTO change VALUES(3,1793607000,'liisa','open',NULL,NULL);
INSERT INTO change VALUES(4,1793610000,'liisa','contact',NULL,NULL);
INSERT INTO change VALUES(5,1793613600,'liisa','contact',NULL,NULL);
INSERT INTO change VALUES(6,1793617200,'liisa','promise',NULL,NULL);
INSERT INTO change VALUES(7,1793617800,'liisa','offer',NULL,NULL);
INSERT INTO change VALUES(8,1793692800,'liisa','resolve',NULL,NULL);
INSERT INTO change VALUES(9,1793696400,'liisa','promise',NULL,NULL);
INSERT INTO change VALUES(10,1793779200,'liisa','reopen',NULL,NULL);
INSERT INTO change VALUES(11,1793782800,'liisa','resolve',NULL,NULL);
INSERT INTO change VALUES(12,1793865600,'liisa','followup',NULL,NULL);
INSERT INTO change VALUES(13,1793869200,'liisa','open',NULL,NULL);
INSERT INTO change VALUES(14,1793872800,'liisa','note',NULL,NULL);
INSERT INTO change VALUES(15,1793872860,'liisa','undo',14,NULL);
INSERT INTO change VALUES(16,1793959200,'liisa','open',NULL,NULL);
INSERT INTO change VALUES(17,1793959800,'liisa','open',NULL,NULL);
INSERT INTO change VALUES(18,1793960400,'liisa','resolve',NULL,NULL);
INSERT INTO change VALUES(19,1793962800,'liisa','action',NULL,NULL);
INSERT INTO change VALUES(20,1794204000,'liisa','alerts',NULL,NULL);
CREATE TABLE event (
    id           INTEGER PRIMARY KEY,
    change_id    INTEGER NOT NULL REFERENCES change (id),
    kind         TEXT    NOT NULL,
    complaint_id INTEGER,
    customer_id  INTEGER,
    action_id    INTEGER,
    happened_at  INTEGER NOT NULL,
    changes      TEXT    NOT NULL,
    personal     TEXT,
    salt         BLOB,
    digest       BLOB,
    hash         BLOB    NOT NULL
) STRICT;
INSERT INTO event VALUES(1,1,'policy_applied',NULL,NULL,NULL,1793606400,'{"policy_version":[null,1],"policy_hash":[null,"d85963e7300b5a7274a690d0204303cb49847a2243c8cdbe7b864fd48de478db"]}',NULL,NULL,NULL,X'1ea596f311c4674af1d97f0e7a6131d852a3bae819155fcc9dbc4bde85613bfe');
INSERT INTO event VALUES(2,2,'policy_applied',NULL,NULL,NULL,1793606460,'{"policy_version":[null,2],"policy_hash":[null,"32b19be02ec8faf106237b76b60843ecab7d14bd6b01a0b431869b6bd4527286"]}',NULL,NULL,NULL,X'7180ef8ed330ede122b6aa035abeff87521a19953cb36a0453382df7cb2862e4');
INSERT INTO event VALUES(3,3,'customer_added',NULL,1,NULL,1793607000,'{}','{"name":[null,"Maija"],"email":[null,"maija@example.fi"],"phone":[null,"040 1234567"]}',X'4b9228a5dfb1d269d6ae5359e70e7847',X'042eaa68f4037fbfd3091f769d0b74b3053f10acaa6d6549bb02a0caa20b3f17',X'ecc866c4d6b0729e3c963beba228e362c6c917990f5a571daef3e2d864e11de8');
INSERT INTO event VALUES(4,3,'opened',1,NULL,NULL,1793607000,'{"uid":[null,"01a224de-aa5f-7a33-a1fd-aca849e4b1ba"],"category":[null,"damage"],"tags":[null,"talvi"],"customer_id":[null,1],"received_at":["1970-01-01T00:00:00Z","2026-11-02T08:10:00Z"],"logged_at":["1970-01-01T00:00:00Z","2026-11-02T08:10:00Z"],"status_at":["1970-01-01T00:00:00Z","2026-11-02T08:10:00Z"]}','{"subject":[null,"Kiuas halkesi"]}',X'55e17a7750a9e0506724a2fdbe56a316',X'0abd9f5778510efcd21ed30d70e1e050e2c7175e4fb0a11d53cfb38bc7594952',X'2f4f3b8ace7a6fd347688428ba5e7268c3f04921958d5869ef99afe50c6ba317');
INSERT INTO event VALUES(5,4,'contacted',1,NULL,NULL,1793610000,'{"status":["new","waiting"],"status_at":["2026-11-02T08:10:00Z","2026-11-02T09:00:00Z"],"responded_at":[null,"2026-11-02T09:00:00Z"],"waiting_since":[null,"2026-11-02T09:00:00Z"],"message":{"direction":"out"}}','{"waiting_reason":[null,"a photo"],"message":"Which leg?"}',X'c674bfededdb37e5cbd01a3d90e76225',X'0d2d9d3c146b2582bc02f2114440d59b9d1e840e41793c97f297cfa672bf36b2',X'fd570a42d59b046a1b0d5c733402e9d652ee3e01062e1a37cabee94593ef311e');
INSERT INTO event VALUES(6,5,'contacted',1,NULL,NULL,1793613600,'{"status":["waiting","open"],"status_at":["2026-11-02T09:00:00Z","2026-11-02T10:00:00Z"],"waiting_since":["2026-11-02T09:00:00Z",null],"waited_seconds":[0,3600],"message":{"direction":"in"}}','{"waiting_reason":["a photo",null],"message":"This one"}',X'8ebf18087210910e542896db70e9158e',X'0731619da85c044acdde27e895d8ba80ac7929f46f51788af432b159ceade1d3',X'f48826189cfdb137a402b4f186749f46fc5fcafbfcd182ab9f0aa92c5533f01d');
INSERT INTO event VALUES(7,6,'promised',1,NULL,NULL,1793617200,'{"promise 1":{"made_at":[null,"2026-11-02T11:00:00Z"],"made_by":[null,"liisa"],"due_at":[null,"2026-11-05T21:59:59Z"]},"message":{"direction":"out"}}','{"promise 1":{"text":[null,"a new leg"]}}',X'115c7168c50ed5d71e821e24b625029a',X'87e0c2cef583bba58038fdf95d63731f642a0ee4f66d6991d6ea6e8e50ed6e2d',X'bfe72ca54e30679ea57feab5667db8c74b8ca553dae3727b4d7adce5eebd49a2');
INSERT INTO event VALUES(8,7,'offered',1,NULL,NULL,1793617800,'{"offer 1":{"remedy":[null,"gift"],"amount_cents":[null,500],"currency":[null,"EUR"],"made_at":[null,"2026-11-02T11:10:00Z"],"made_by":[null,"liisa"]},"message":{"direction":"out"}}',NULL,NULL,NULL,X'e3eb4be9f7bad6d93b3183eb2273e4ed7344e3ee8fc453bf8591aa079ed9d227');
INSERT INTO event VALUES(9,8,'resolved',1,NULL,NULL,1793692800,'{"status":["open","resolved"],"status_at":["2026-11-02T10:00:00Z","2026-11-03T08:00:00Z"],"resolved_at":[null,"2026-11-03T08:00:00Z"],"outcome":[null,"upheld"],"settled":[null,"unknown"],"left_undone":[null,"an open promise (P1); an open offer (1, gift); the steps understand, fix left to do"],"message":{"direction":"note"}}','{"message":"she does not answer"}',X'07ccc1aa29c6f79ed58b6b54ce7332ea',X'f5c135b49bd6c92592b2450d27fe54fff36d9f8bddfe85e696de21e4293e7c94',X'f63e3ac4cbd3e86c30ed41885d3eb650ce1f00e4af5f0b56e2d6b241c44d8bfd');
INSERT INTO event VALUES(10,9,'promise_ended',1,NULL,NULL,1793696400,'{"promise 1":{"kept_at":[null,"2026-11-03T09:00:00Z"]}}',NULL,NULL,NULL,X'95f6bb9d999eb53431625e7a178d94848a9bffec4c83642b8a5a394ff976f97b');
INSERT INTO event VALUES(11,10,'reopened',1,NULL,NULL,1793779200,'{"status":["resolved","open"],"status_at":["2026-11-03T08:00:00Z","2026-11-04T08:00:00Z"],"resolved_at":["2026-11-03T08:00:00Z",null],"outcome":["upheld",null],"settled":["unknown",null],"left_undone":["an open promise (P1); an open offer (1, gift); the steps understand, fix left to do",null],"reopened_count":[0,1],"message":{"direction":"note"}}','{"message":"it broke again"}',X'edceb3cf368074335aaefbcd0cba232f',X'70d182bfea2a792283fab099c32e3247c44aaec110243e3f450d5bdf44a38d60',X'243fb98c35fd6074252c507f734dade04794523a11ca2380fa64b0e58243faa9');
INSERT INTO event VALUES(12,11,'resolved',1,NULL,NULL,1793782800,'{"status":["open","resolved"],"status_at":["2026-11-04T08:00:00Z","2026-11-04T09:00:00Z"],"resolved_at":[null,"2026-11-04T09:00:00Z"],"outcome":[null,"partly"],"settled":[null,"unknown"],"left_undone":[null,"an open offer (1, gift); the steps understand, fix left to do"],"message":{"direction":"note"}}','{"message":"enough"}',X'388506484d1068ff0f5c440fa6074f6c',X'f9739fa74b3526fdb4e076b38ff99e9e8fe814172e1d1d8a9ba235e7857fd544',X'09560451e8be099c85cc83dc3cdbf074d79ce9aa1fe7a3d179ec0b4ecd3f345f');
INSERT INTO event VALUES(13,12,'followed_up',1,NULL,NULL,1793865600,'{"status":["resolved","closed"],"status_at":["2026-11-04T09:00:00Z","2026-11-05T08:00:00Z"],"closed_at":[null,"2026-11-05T08:00:00Z"],"csat":[null,2],"followed_up_at":[null,"2026-11-05T08:00:00Z"],"reached":[null,"yes"]}',NULL,NULL,NULL,X'b8c4176c0e163d14ed66b50469ad2a67f43744274eab4f101a61bb5d0e528561');
INSERT INTO event VALUES(14,13,'customer_added',NULL,2,NULL,1793869200,'{}','{"name":[null,"Sami Öhman"]}',X'd029376ccf6ec09dce74b8bd393da414',X'af221f69c71ad9601fbb277892ae861893b2292f7837bbf02a7718bf4a4d8105',X'49af56e1909f37492e14b99126356fe06eeed62cfecdb578e6f33a996fe99371');
INSERT INTO event VALUES(15,13,'opened',2,NULL,NULL,1793869200,'{"uid":[null,"01a224de-aa86-7b10-889c-ce2a4caf4d76"],"status":["new","open"],"customer_id":[null,2],"assignee":[null,"maria"],"assigned_at":[null,"2026-11-05T09:00:00Z"],"received_at":["1970-01-01T00:00:00Z","2026-11-05T09:00:00Z"],"logged_at":["1970-01-01T00:00:00Z","2026-11-05T09:00:00Z"],"status_at":["1970-01-01T00:00:00Z","2026-11-05T09:00:00Z"]}','{"subject":[null,"Lasku kahteen kertaan"]}',X'84c41148c2e8fc18cc3186e401ac0604',X'e4b0e5638f391956e9c33e8455a25d0e545bdb99753938357c8f9589f8864e32',X'ed3b2ff043ae7e19e7732af7e950bc3b588acbecc503384dba04f473b0edee1c');
INSERT INTO event VALUES(16,14,'noted',2,NULL,NULL,1793872800,'{"message":{"direction":"note"}}','{"message":"rang twice"}',X'616f7e55879b59275bc6ae85f0610d27',X'1185217709e0ff4d7c44c34609e36a1b265f30474d386e3d73ba0630110fa56f',X'cb75bd213ee5fd493fc485caf1742020c8e0365a97cbc3c361283c6025fb00d3');
INSERT INTO event VALUES(17,15,'undone',2,NULL,NULL,1793872860,'{}',NULL,NULL,NULL,X'4033da3b4187fcf75bc26ae0bc90bef751f157f6953442448a4a39c90e2fabf1');
INSERT INTO event VALUES(18,16,'opened',3,NULL,NULL,1793959200,'{"uid":[null,"01a224de-aa91-7b44-bbd4-cbb5d127b960"],"customer_id":[null,1],"received_at":["1970-01-01T00:00:00Z","2026-11-06T10:00:00Z"],"logged_at":["1970-01-01T00:00:00Z","2026-11-06T10:00:00Z"],"status_at":["1970-01-01T00:00:00Z","2026-11-06T10:00:00Z"]}','{"subject":[null,"the same"]}',X'8a246b189dd37e4ec9698fc08e18c52e',X'd06628a0e99d55363dd0abdb96979b17378a164e0d0107deeb8c40b33df6ea83',X'f89c0f8bd42547bfd0772a3bbd2aff01fa6f928170497ff9ceb5447268e08711');
INSERT INTO event VALUES(19,17,'opened',4,NULL,NULL,1793959800,'{"uid":[null,"01a224de-aa98-7846-87b7-cceb9e912f40"],"kind":["complaint","praise"],"received_at":["1970-01-01T00:00:00Z","2026-11-06T10:10:00Z"],"logged_at":["1970-01-01T00:00:00Z","2026-11-06T10:10:00Z"],"status_at":["1970-01-01T00:00:00Z","2026-11-06T10:10:00Z"]}','{"subject":[null,"praised"]}',X'565ecd5c19072874fe34eff502f65477',X'a893f2428506db249acee2d1ddb24eeb1a16ced60bd2d021c2b929a139414b45',X'b2dca52ff96283aadbb4ba064bfbab9c87ec49bbf7fed62e9e187ff4ad83c658');
INSERT INTO event VALUES(20,18,'resolved',4,NULL,NULL,1793960400,'{"status":["new","resolved"],"status_at":["2026-11-06T10:10:00Z","2026-11-06T10:20:00Z"],"resolved_at":[null,"2026-11-06T10:20:00Z"],"settled":[null,"unknown"]}',NULL,NULL,NULL,X'e34d73c296b16f1637c17e48b03964e554333313713a7a74cc79531b7b7711f0');
INSERT INTO event VALUES(21,19,'action_opened',NULL,NULL,1,1793962800,'{"text":[null,"better packing"],"owner":[null,"maria"],"opened_at":[null,"2026-11-06T11:00:00Z"]}',NULL,NULL,NULL,X'97ea4c8756fa34cc441bb822f54927f0a169ddd0459838d9167bde93d1115ae2');
INSERT INTO event VALUES(22,20,'alerted',2,NULL,NULL,1794204000,'{"alert 22":{"level":[null,"overdue"],"clock":[null,"response"],"ordinal":[0,1],"due_at":[null,"2026-11-05T13:00:00Z"],"raised_at":[null,"2026-11-05T13:00:01Z"],"sent_at":[null,"2026-11-09T06:00:00Z"],"sent_to":[null,"maria"]}}',NULL,NULL,NULL,X'085bb90d5f028f07ce7c75284295a658ba0b02f81a27f7b067ede1b4ef6f6996');
INSERT INTO event VALUES(23,20,'alerted',3,NULL,NULL,1794204000,'{"alert 23":{"level":[null,"unassigned"],"due_at":[null,"2026-11-06T12:00:00Z"],"raised_at":[null,"2026-11-06T12:00:00Z"],"sent_at":[null,"2026-11-09T06:00:00Z"],"sent_to":[null,"nobody"]}}',NULL,NULL,NULL,X'4808ed9e6572e0e6d53f89f093bef18e1ed53638e8e129c64320980df0df74dc');
INSERT INTO event VALUES(24,20,'alerted',3,NULL,NULL,1794204000,'{"alert 24":{"level":[null,"overdue"],"clock":[null,"response"],"ordinal":[0,1],"due_at":[null,"2026-11-06T14:00:00Z"],"raised_at":[null,"2026-11-06T14:00:01Z"],"sent_at":[null,"2026-11-09T06:00:00Z"],"sent_to":[null,"nobody"]}}',NULL,NULL,NULL,X'6221ec6e8b4e2c33938e58083918719d1e4d5f6967421935c37ba7a67cfbeeca');
CREATE TABLE policy (
    version   INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id),
    hash      TEXT    NOT NULL,
    toml      TEXT    NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO policy VALUES(1,1,'d85963e7300b5a7274a690d0204303cb49847a2243c8cdbe7b864fd48de478db',replace('# The policy of a firm: when it works, and what it promises its customers by when.\n#\n# Keep this file under version control. `reklamaatio policy check FILE` judges it, `reklamaatio policy apply FILE` puts\n# it in force: deadlines that are neither met nor past are planned anew.\n\n[organisation]\nname = "My company"\ntimezone = "Europe/Helsinki"     # an IANA zone: times without a zone are read in it, reports print in it\ncurrency = "EUR"\n#owner = "maria"                 # of the process, who hears of what nobody handles: the key of a [person]\ncountry = "FI"                   # how local phone numbers are read\nreopen = "continue"              # what reopening does to the resolution clock: continue, restart or exclude\n\n# The first calendar is the default one. Hours are half-open; several slots a day and 24:00 are allowed.\n[calendar.office]\nhours.mon = ["08:00-16:00"]\nhours.tue = ["08:00-16:00"]\nhours.wed = ["08:00-16:00"]\nhours.thu = ["08:00-16:00"]\nhours.fri = ["08:00-16:00"]\nholiday_sets = ["finland"]       # official public holidays, computed: finland, poland\nholidays = []                    # one date ("2026-12-24"), or that day of every year ("12-24")\n# dates."2026-12-23" = ["08:00-12:00"]   replaces the hours of that date, holidays too\n\n# Service levels: the first whose conditions hold wins. Targets: m and h are working time, bd the close of that\n# working day after the day of receipt, d and w calendar days and weeks. A target that is left out is not judged.\n# response   the first answer, from receipt         update   news of it, from our last message\n# reply      the answer to whoever writes again     followup how it went, from resolution; without it, none is owed\n# resolution from receipt\n\n[[sla]]\nname = "injury or danger"\nharm = ["safety", "injury"]\nresponse = "2h"\nresolution = "3bd"\n\n[[sla]]\nname = "urgent"\npriority = ["urgent"]\nresponse = "2h"\nresolution = "3bd"\n\n[[sla]]\nname = "claim"\nkind = ["claim"]\nresponse = "4h"\nresolution = "5bd"\n# reply = "8h"   update = "2bd"   followup = "14d"\nwarn_at = 0.8                    # at risk when this share of the target is used\n\n[[sla]]\nname = "complaint"\nkind = ["complaint"]\nresponse = "8h"\nresolution = "10bd"\n\n[[sla]]\nname = "praise and remarks"\nresponse = "2bd"\n','\n',char(10)),0);
INSERT INTO policy VALUES(2,2,'32b19be02ec8faf106237b76b60843ecab7d14bd6b01a0b431869b6bd4527286',replace('[organisation]\nname = "Esimerkki Oy"\ntimezone = "Europe/Helsinki"\n[calendar.office]\nhours.mon = ["08:00-16:00"]\nhours.tue = ["08:00-16:00"]\nhours.wed = ["08:00-16:00"]\nhours.thu = ["08:00-16:00"]\nhours.fri = ["08:00-16:00"]\n[[sla]]\nname = "all"\nresponse = "4h"\nresolution = "5bd"\nfollowup = "14d"\n[team.returns]\nlead = "maria"\nmembers = ["maria"]\n[person.maria]\nname = "Maria Virtanen"\nemail = "maria@example.fi"\n[person.liisa]\nname = "Liisa"\n[procedure]\nrequired.complaint = ["understand", "fix"]\n','\n',char(10)),0);
CREATE TABLE customer (
    id          INTEGER PRIMARY KEY,
    name        TEXT,
    email       TEXT,
    phone       TEXT,
    value_cents INTEGER,
    prefers     TEXT,
    merged_into INTEGER REFERENCES customer (id),
    email_key   TEXT,
    phone_key   TEXT
, ref TEXT, source TEXT, type TEXT, erased_at INTEGER) STRICT;
INSERT INTO customer VALUES(1,'Maija','maija@example.fi','040 1234567',NULL,NULL,NULL,'maija@example.fi','358401234567',NULL,NULL,NULL,NULL);
INSERT INTO customer VALUES(2,'Sami Öhman',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE complaint (
    id                      INTEGER PRIMARY KEY,
    uid                     TEXT    NOT NULL,
    ref                     TEXT,
    source                  TEXT,
    status                  TEXT    NOT NULL,
    kind                    TEXT    NOT NULL,
    priority                TEXT    NOT NULL,
    harm                    TEXT    NOT NULL,
    category                TEXT,
    product                 TEXT,
    cause                   TEXT,
    channel                 TEXT,
    tags                    TEXT,
    subject                 TEXT,
    text                    TEXT,
    wish                    TEXT,
    customer_id             INTEGER REFERENCES customer (id),
    team                    TEXT,
    assignee                TEXT,
    assigned_at             INTEGER,
    received_at             INTEGER NOT NULL,
    logged_at               INTEGER NOT NULL,
    status_at               INTEGER NOT NULL,
    responded_at            INTEGER,
    resolved_at             INTEGER,
    closed_at               INTEGER,
    voided_at               INTEGER,
    waiting_since           INTEGER,
    waiting_reason          TEXT,
    waited_seconds          INTEGER NOT NULL,
    given_response_due_at   ANY, -- an instant, or the word none: the source knows of no target
    given_resolution_due_at ANY,
    outcome                 TEXT,
    settled                 TEXT,
    remedy                  TEXT,
    amount_cents            INTEGER,
    currency                TEXT,
    approved_by             TEXT,
    granted_at              INTEGER,
    owed_since              INTEGER,
    paid_at                 INTEGER,
    left_undone             TEXT,
    csat                    INTEGER,
    nps                     INTEGER,
    retained                TEXT,
    followed_up_at          INTEGER,
    reached                 TEXT,
    reopened_count          INTEGER NOT NULL,
    merged_into             INTEGER,
    row_digest              TEXT,
    targeted                INTEGER NOT NULL DEFAULT 0, -- a bit for each clock that its service level has a target for
    unanswered_since        INTEGER -- the customer wrote after it was resolved, and nobody has answered
, gave_name TEXT, gave_email TEXT, gave_phone TEXT, own TEXT, own_personal TEXT, customer_type TEXT, waiting_until INTEGER, first_outcome TEXT, first_resolved_at INTEGER, effort_minutes INTEGER NOT NULL DEFAULT 0, public INTEGER, erased_at INTEGER, recourse_told_at INTEGER, reported_at INTEGER, reported_to TEXT, not_reportable TEXT, not_reportable_at INTEGER, stage INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO complaint VALUES(1,'01a224de-aa5f-7a33-a1fd-aca849e4b1ba',NULL,NULL,'closed','complaint','normal','none','damage',NULL,NULL,NULL,'talvi','Kiuas halkesi',NULL,NULL,1,NULL,NULL,NULL,1793607000,1793607000,1793865600,1793610000,1793782800,1793865600,NULL,NULL,NULL,3600,NULL,NULL,'partly','unknown',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'offer:1;step:understand;step:fix',2,NULL,NULL,1793865600,'yes',1,NULL,NULL,57,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO complaint VALUES(2,'01a224de-aa86-7b10-889c-ce2a4caf4d76',NULL,NULL,'open','complaint','normal','none',NULL,NULL,NULL,NULL,NULL,'Lasku kahteen kertaan',NULL,NULL,2,NULL,'maria',1793869200,1793869200,1793869200,1793869200,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,57,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO complaint VALUES(3,'01a224de-aa91-7b44-bbd4-cbb5d127b960',NULL,NULL,'new','complaint','normal','none',NULL,NULL,NULL,NULL,NULL,'the same',NULL,NULL,1,NULL,NULL,NULL,1793959200,1793959200,1793959200,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,57,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO complaint VALUES(4,'01a224de-aa98-7846-87b7-cceb9e912f40',NULL,NULL,'resolved','praise','normal','none',NULL,NULL,NULL,NULL,NULL,'praised',NULL,NULL,NULL,NULL,NULL,NULL,1793959800,1793959800,1793960400,NULL,1793960400,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,'unknown',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,57,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE message (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    happened_at  INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    direction    TEXT    NOT NULL,
    channel      TEXT,
    automatic    INTEGER NOT NULL,
    text         TEXT
, needs_no_answer INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO message VALUES(5,1,1793610000,'liisa','out',NULL,0,'Which leg?',0);
INSERT INTO message VALUES(6,1,1793613600,'liisa','in',NULL,0,'This one',0);
INSERT INTO message VALUES(7,1,1793617200,'liisa','out',NULL,0,NULL,0);
INSERT INTO message VALUES(8,1,1793617800,'liisa','out',NULL,0,NULL,0);
INSERT INTO message VALUES(9,1,1793692800,'liisa','note',NULL,0,'she does not answer',0);
INSERT INTO message VALUES(11,1,1793779200,'liisa','note',NULL,0,'it broke again',0);
INSERT INTO message VALUES(12,1,1793782800,'liisa','note',NULL,0,'enough',0);
CREATE TABLE step (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    done_at      INTEGER,
    done_by      TEXT,
    text         TEXT,
    what         TEXT,
    place        TEXT,
    why          TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE promise (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    text         TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    due_at       INTEGER,
    kept_at      INTEGER,
    broken_at    INTEGER,
    withdrawn_at INTEGER,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO promise VALUES(1,1,'a new leg',1793617200,'liisa',1793915999,1793696400,NULL,NULL);
CREATE TABLE offer (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    remedy       TEXT,
    amount_cents INTEGER,
    currency     TEXT,
    text         TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    approved_by  TEXT,
    valid_until  INTEGER,
    accepted_at  INTEGER,
    declined_at  INTEGER,
    withdrawn_at INTEGER,
    paid_at      INTEGER,
    wish         TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO offer VALUES(1,1,'gift',500,'EUR',NULL,1793617800,'liisa',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE alert (
    complaint_id    INTEGER NOT NULL REFERENCES complaint (id),
    number          INTEGER NOT NULL,
    level           TEXT,
    clock           TEXT,
    ordinal         INTEGER,
    detail          TEXT,
    due_at          INTEGER,
    raised_at       INTEGER,
    role            TEXT,
    sent_at         INTEGER,
    sent_to         TEXT,
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    text            TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO alert VALUES(2,22,'overdue','response',1,NULL,1793883600,1793883601,NULL,1794204000,'maria',NULL,NULL,NULL);
INSERT INTO alert VALUES(3,23,'unassigned',NULL,0,NULL,1793966400,1793966400,NULL,1794204000,'nobody',NULL,NULL,NULL);
INSERT INTO alert VALUES(3,24,'overdue','response',1,NULL,1793973600,1793973601,NULL,1794204000,'nobody',NULL,NULL,NULL);
CREATE TABLE action (
    id           INTEGER PRIMARY KEY,
    text         TEXT,
    cause        TEXT,
    product      TEXT,
    complaint_id INTEGER,
    owner        TEXT,
    opened_at    INTEGER,
    due_at       INTEGER,
    done_at      INTEGER,
    effect       TEXT
, effort_minutes INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "action" VALUES(1,'better packing',NULL,NULL,NULL,'maria',1793962800,NULL,NULL,NULL,0);
CREATE TABLE reopening (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    ordinal      INTEGER NOT NULL,
    resolved_at  INTEGER NOT NULL,
    reopened_at  INTEGER NOT NULL, by_appeal INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (complaint_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO reopening VALUES(1,1,1793692800,1793779200,0);
CREATE TABLE deadline (
    complaint_id    INTEGER NOT NULL REFERENCES complaint (id),
    clock           TEXT    NOT NULL,
    ordinal         INTEGER NOT NULL,
    started_at      INTEGER NOT NULL,
    due_at          INTEGER,
    warn_at         INTEGER,
    met_at          INTEGER,
    cancelled_at    INTEGER,
    missed_at       INTEGER, -- given up: a broken promise is no longer overdue
    left_seconds    INTEGER,
    taken_seconds   INTEGER,
    overrun_seconds INTEGER,
    target          TEXT    NOT NULL,
    sla             TEXT    NOT NULL,
    calendar        TEXT    NOT NULL,
    policy          INTEGER NOT NULL, silence TEXT,
    PRIMARY KEY (complaint_id, clock, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO deadline VALUES(1,'followup',1,1793692800,1794902400,1794660480,NULL,1793779200,NULL,NULL,NULL,NULL,'14d','all','office',2,NULL);
INSERT INTO deadline VALUES(1,'followup',2,1793782800,1794992400,1794750480,1793865600,NULL,NULL,NULL,25200,NULL,'14d','all','office',2,NULL);
INSERT INTO deadline VALUES(1,'promise',1,1793617200,1793915999,1793867760,1793696400,NULL,NULL,NULL,21600,NULL,'','all','office',2,NULL);
INSERT INTO deadline VALUES(1,'resolution',1,1793607000,1794294000,1793972280,1793782800,NULL,NULL,NULL,57000,NULL,'5bd','all','office',2,NULL);
INSERT INTO deadline VALUES(1,'response',1,1793607000,1793621400,1793618520,1793610000,NULL,NULL,NULL,3000,NULL,'4h','all','office',2,NULL);
INSERT INTO deadline VALUES(2,'resolution',1,1793869200,1794492000,1794402000,NULL,NULL,NULL,NULL,NULL,NULL,'5bd','all','office',2,NULL);
INSERT INTO deadline VALUES(2,'response',1,1793869200,1793883600,1793880720,NULL,NULL,NULL,NULL,NULL,NULL,'4h','all','office',2,NULL);
INSERT INTO deadline VALUES(3,'resolution',1,1793959200,1794578400,1794489120,NULL,NULL,NULL,NULL,NULL,NULL,'5bd','all','office',2,NULL);
INSERT INTO deadline VALUES(3,'response',1,1793959200,1793973600,1793970720,NULL,NULL,NULL,NULL,NULL,NULL,'4h','all','office',2,NULL);
INSERT INTO deadline VALUES(4,'followup',1,1793960400,1795170000,1794928080,NULL,NULL,NULL,NULL,NULL,NULL,'14d','all','office',2,NULL);
INSERT INTO deadline VALUES(4,'resolution',1,1793959800,1794578400,1794489240,1793960400,NULL,NULL,NULL,600,NULL,'5bd','all','office',2,NULL);
INSERT INTO deadline VALUES(4,'response',1,1793959800,1794204600,1793971320,NULL,NULL,NULL,NULL,NULL,NULL,'4h','all','office',2,NULL);
CREATE TABLE log_head (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    event INTEGER NOT NULL,
    hash  BLOB    NOT NULL
) STRICT;
INSERT INTO log_head VALUES(1,24,X'6221ec6e8b4e2c33938e58083918719d1e4d5f6967421935c37ba7a67cfbeeca');
CREATE TABLE wait (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    reason       TEXT    NOT NULL
) STRICT;
INSERT INTO wait VALUES(5,1,'a photo');
CREATE TABLE own_value (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    name         TEXT    NOT NULL,
    value        TEXT    NOT NULL,
    key          TEXT    NOT NULL, -- in lower case, as it is looked up
    PRIMARY KEY (complaint_id, name)
) STRICT, WITHOUT ROWID;
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','complaint_text','complaint_text',0,'CREATE VIRTUAL TABLE complaint_text USING fts5 (
    subject, text, wish, notes, parts, terms, waiting, gave,
    content = '''',
    tokenize = ''ascii'', columnsize = 0
)');
CREATE TABLE IF NOT EXISTS 'complaint_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO complaint_text_data VALUES(1,X'040800000c03020200');
INSERT INTO complaint_text_data VALUES(10,X'000000000101010001010101');
INSERT INTO complaint_text_data VALUES(137438953473,X'0000010f023061010c01040201060202046761696e010601030c02056e737765720106010309010562726f6b65010601030b010664616d616765010601050202036f657301060103070106656e6f756768010601030d010768616c6b65736901020301026974010601030a01076b61687465656e020203020665727461616e02020402046975617301020201056c61736b7502020202026567010c01030301040401036e6577010601040302026f74010601030801036f6e650106010305010570686f746f01060106030206726169736564040202010473616d65030203020268650106010306010574616c7669010601050302026865030202030269730106010304010577686963680106010302040b0b0c0c0d0a0d0c090c0b090a0c0a090a0c0b09090c0709');
CREATE TABLE IF NOT EXISTS 'complaint_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO complaint_text_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'complaint_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO complaint_text_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','customer_text','customer_text',0,'CREATE VIRTUAL TABLE customer_text USING fts5 (
    name, email, phone,
    content = '''',
    tokenize = ''ascii'', columnsize = 0
)');
CREATE TABLE IF NOT EXISTS 'customer_text_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO customer_text_data VALUES(1,X'02030303');
INSERT INTO customer_text_data VALUES(10,X'000000000101010001010101');
INSERT INTO customer_text_data VALUES(137438953473,X'00000061043030343001060102020407313233343536370106010204010731323334353637010601020301076578616d706c65010601010301026669010601010401056d61696a6101080201010201056f686d616e020203010473616d69020202040a0e0e0e090d0a');
CREATE TABLE IF NOT EXISTS 'customer_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO customer_text_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'customer_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO customer_text_config VALUES('version',4);
CREATE TABLE pack (
    first_event INTEGER PRIMARY KEY,
    last_event  INTEGER NOT NULL,
    texts       BLOB    NOT NULL
) STRICT;
CREATE TABLE absence (
    person    TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    PRIMARY KEY (person, first_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE task (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    text         TEXT,
    owner        TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    due_at       INTEGER,
    done_at      INTEGER,
    dropped_at   INTEGER,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE volume (
    field  TEXT    NOT NULL,
    period TEXT    NOT NULL,
    value  TEXT    NOT NULL,
    volume INTEGER NOT NULL,
    PRIMARY KEY (field, period, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE effort (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER REFERENCES complaint (id),
    action_id    INTEGER REFERENCES action (id),
    happened_at  INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    minutes      INTEGER NOT NULL,
    cost_cents   INTEGER,
    currency     TEXT
) STRICT;
CREATE TABLE past_grant (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    resolved_at  INTEGER NOT NULL,
    remedy       TEXT,
    amount_cents INTEGER,
    currency     TEXT,
    approved_by  TEXT,
    paid_at      INTEGER
) STRICT;
CREATE TABLE appeal (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    body         TEXT,
    ref          TEXT,
    made_at      INTEGER,
    made_by      TEXT, against TEXT, decider TEXT, answer_by INTEGER, answered_at INTEGER, decided_at INTEGER, decision TEXT, amount_cents INTEGER, currency TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE extension (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    term         TEXT,
    first_due_at INTEGER,
    until        INTEGER,
    reason       TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_of_complaint ON event (complaint_id, id) WHERE complaint_id IS NOT NULL;
CREATE INDEX event_of_customer ON event (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX event_of_action ON event (action_id, id) WHERE action_id IS NOT NULL;
CREATE INDEX event_of_change ON event (change_id);
CREATE INDEX change_undoing ON change (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX customer_by_phone ON customer (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE UNIQUE INDEX complaint_by_uid ON complaint (uid);
CREATE INDEX complaint_by_ref ON complaint (ref, source) WHERE ref IS NOT NULL;
CREATE INDEX complaint_by_receipt ON complaint (received_at, status, targeted);
CREATE INDEX complaint_by_voiding ON complaint (voided_at) WHERE voided_at IS NOT NULL;
CREATE INDEX complaint_of_assignee ON complaint (assignee, status, assigned_at) WHERE assignee IS NOT NULL;
CREATE INDEX complaint_merged ON complaint (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX complaint_at_hand ON complaint (status)
    WHERE status NOT IN ('closed', 'void') OR unanswered_since IS NOT NULL;
CREATE INDEX message_of_complaint ON message (complaint_id, happened_at, event_id);
CREATE INDEX alert_of_surge ON alert (due_at) WHERE level = 'surge';
CREATE INDEX reopening_by_resolution ON reopening (resolved_at);
CREATE INDEX reopening_by_time ON reopening (reopened_at);
CREATE INDEX deadline_by_due ON deadline (due_at, cancelled_at, met_at, taken_seconds, overrun_seconds)
    WHERE due_at IS NOT NULL AND cancelled_at IS NULL;
CREATE INDEX deadline_unmet ON deadline (due_at)
    WHERE met_at IS NULL AND cancelled_at IS NULL AND missed_at IS NULL;
CREATE VIEW customer_document AS
SELECT u.id AS id, u.name AS name, u.email AS email,
       u.phone || char(10)
           || replace(replace(replace(replace(replace(replace(u.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '/', ''), '.', '')
           AS phone
FROM customer AS u;
CREATE INDEX complaint_of_source ON complaint (source) WHERE source IS NOT NULL;
CREATE INDEX complaint_of_category ON complaint (category) WHERE category IS NOT NULL;
CREATE INDEX complaint_of_product ON complaint (product) WHERE product IS NOT NULL;
CREATE INDEX complaint_of_cause ON complaint (cause) WHERE cause IS NOT NULL;
CREATE INDEX complaint_of_channel ON complaint (channel) WHERE channel IS NOT NULL;
CREATE INDEX complaint_of_remedy ON complaint (remedy) WHERE remedy IS NOT NULL;
CREATE INDEX complaint_of_team ON complaint (team) WHERE team IS NOT NULL;
CREATE INDEX complaint_with_tags ON complaint (tags) WHERE tags IS NOT NULL;
CREATE INDEX customer_by_ref ON customer (ref, source) WHERE ref IS NOT NULL;
CREATE INDEX wait_of_complaint ON wait (complaint_id, event_id);
CREATE INDEX own_value_by_name ON own_value (name, key);
CREATE VIEW alerts AS
SELECT 'R-' || complaint_id AS complaint, level, clock, ordinal, detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', raised_at, 'unixepoch') AS raised_at, role,
       strftime('%Y-%m-%dT%H:%M:%SZ', sent_at, 'unixepoch') AS sent_at, sent_to,
       strftime('%Y-%m-%dT%H:%M:%SZ', acknowledged_at, 'unixepoch') AS acknowledged_at, acknowledged_by,
       text AS note,
       complaint_id AS complaint_number
FROM alert;
CREATE VIEW complaint_fields AS
SELECT 'R-' || complaint_id AS complaint, name, value,
       complaint_id AS complaint_number
FROM own_value;
CREATE VIEW offers AS
SELECT 'R-' || complaint_id AS complaint, number, remedy, amount_cents, currency, text,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by, approved_by,
       strftime('%Y-%m-%dT%H:%M:%SZ', valid_until, 'unixepoch') AS valid_until,
       strftime('%Y-%m-%dT%H:%M:%SZ', accepted_at, 'unixepoch') AS accepted_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', declined_at, 'unixepoch') AS declined_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', withdrawn_at, 'unixepoch') AS withdrawn_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', paid_at, 'unixepoch') AS paid_at, wish,
       complaint_id AS complaint_number
FROM offer;
CREATE VIEW promises AS
SELECT 'R-' || complaint_id AS complaint, number, text, strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at,
       made_by, strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', kept_at, 'unixepoch') AS kept_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', broken_at, 'unixepoch') AS broken_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', withdrawn_at, 'unixepoch') AS withdrawn_at,
       complaint_id AS complaint_number
FROM promise;
CREATE VIEW steps AS
SELECT 'R-' || complaint_id AS complaint, number,
       CASE number WHEN 1 THEN 'empathise' WHEN 2 THEN 'understand' WHEN 3 THEN 'apologise' WHEN 4 THEN 'fix'
                   WHEN 5 THEN 'compensate' END AS step,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at, done_by, text, what, place AS "where", why,
       complaint_id AS complaint_number
FROM step;
CREATE VIEW open_complaints AS
SELECT c.id AS number, 'R-' || c.id AS id, c.status, c.kind, c.priority, c.harm, c.category, c.product, c.channel, c.subject,
       c.customer_id AS customer_number, u.name AS customer, u.email, u.phone, c.team, c.assignee,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.received_at, 'unixepoch') AS received_at, d.clock AS next_clock,
       strftime('%Y-%m-%dT%H:%M:%SZ', d.due_at, 'unixepoch') AS next_due_at
FROM complaint AS c
LEFT JOIN customer AS u ON u.id = c.customer_id
LEFT JOIN deadline AS d ON d.complaint_id = c.id AND (d.clock, d.ordinal) =
    (SELECT n.clock, n.ordinal FROM deadline AS n
     WHERE n.complaint_id = c.id AND n.due_at IS NOT NULL AND n.met_at IS NULL AND n.cancelled_at IS NULL
       AND n.missed_at IS NULL
     ORDER BY n.due_at, n.clock LIMIT 1)
WHERE c.status NOT IN ('closed', 'void') AND c.status IN ('new', 'open', 'waiting');
CREATE VIEW customer_sums AS
SELECT u.id AS number, 'C-' || u.id AS id, u.name, u.email, u.phone, u.type, u.value_cents, count(c.id) AS complaints,
       count(c.id) FILTER (WHERE c.status IN ('new', 'open', 'waiting')) AS open,
       count(c.id) FILTER (WHERE c.kind IN ('complaint', 'claim')) AS complaints_and_claims,
       count(c.id) FILTER (WHERE c.outcome IN ('upheld', 'partly')) AS upheld,
       strftime('%Y-%m-%dT%H:%M:%SZ', max(c.received_at), 'unixepoch') AS last_received_at
FROM customer AS u LEFT JOIN complaint AS c ON c.customer_id = u.id AND c.status <> 'void'
WHERE u.merged_into IS NULL
GROUP BY u.id;
CREATE VIEW events AS
SELECT e.id AS event, e.change_id AS change, e.kind, 'R-' || e.complaint_id AS complaint,
       'C-' || e.customer_id AS customer, 'A-' || e.action_id AS action,
       strftime('%Y-%m-%dT%H:%M:%SZ', e.happened_at, 'unixepoch') AS happened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.recorded_at, 'unixepoch') AS recorded_at, c.actor, c.command, nullif(e.changes, '') AS changes,
       e.personal, c.undoes,
       e.complaint_id AS complaint_number, e.customer_id AS customer_number, e.action_id AS action_number
FROM event AS e JOIN change AS c ON c.id = e.change_id;
CREATE INDEX event_of_firm ON event (id)
    WHERE complaint_id IS NULL AND customer_id IS NULL AND action_id IS NULL;
CREATE VIEW messages AS
SELECT 'R-' || complaint_id AS complaint, strftime('%Y-%m-%dT%H:%M:%SZ', happened_at, 'unixepoch') AS happened_at,
       actor, direction, channel, automatic, text,
       complaint_id AS complaint_number, needs_no_answer
FROM message;
CREATE INDEX task_open ON task (due_at) WHERE done_at IS NULL AND dropped_at IS NULL;
CREATE VIEW tasks AS
SELECT 'R-' || complaint_id AS complaint, number, text, owner,
       CASE WHEN done_at IS NOT NULL THEN 'done' WHEN dropped_at IS NOT NULL THEN 'dropped' ELSE 'open' END AS state,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', dropped_at, 'unixepoch') AS dropped_at,
       complaint_id AS complaint_number
FROM task;
CREATE VIEW volumes AS
SELECT period, nullif(field, '') AS field, nullif(value, '') AS value, volume FROM volume;
CREATE INDEX complaint_unpaid ON complaint (owed_since)
    WHERE owed_since IS NOT NULL AND paid_at IS NULL
      AND coalesce(remedy, '') NOT IN ('replacement', 'repair', 'upgrade', 'gift', 'apology', 'listening', 'none');
CREATE INDEX offer_unpaid ON offer (accepted_at) WHERE accepted_at IS NOT NULL AND paid_at IS NULL;
CREATE INDEX alert_by_sending ON alert (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX effort_of_complaint ON effort (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX effort_of_action ON effort (action_id) WHERE action_id IS NOT NULL;
CREATE VIEW efforts AS
SELECT 'R-' || complaint_id AS complaint, 'A-' || action_id AS action,
       strftime('%Y-%m-%dT%H:%M:%SZ', happened_at, 'unixepoch') AS happened_at, actor, minutes, cost_cents, currency,
       complaint_id AS complaint_number, action_id AS action_number
FROM effort;
CREATE INDEX past_grant_of_complaint ON past_grant (complaint_id, event_id);
CREATE INDEX past_grant_by_resolution ON past_grant (resolved_at);
CREATE INDEX complaint_by_payment ON complaint (paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX offer_by_payment ON offer (paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX past_grant_by_payment ON past_grant (paid_at) WHERE paid_at IS NOT NULL;
CREATE VIEW actions AS
SELECT 'A-' || id AS id, text, cause, product, 'R-' || complaint_id AS complaint, owner,
       strftime('%Y-%m-%dT%H:%M:%SZ', opened_at, 'unixepoch') AS opened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at, effect,
       id AS number, complaint_id AS complaint_number, effort_minutes
FROM action;
CREATE INDEX appeal_by_body ON appeal (body);
CREATE INDEX appeal_by_time ON appeal (made_at);
CREATE INDEX complaint_by_public ON complaint (public) WHERE public IS NOT NULL;
CREATE INDEX complaint_by_followup ON complaint (followed_up_at) WHERE followed_up_at IS NOT NULL;
CREATE VIEW complaint_document AS
SELECT c.id AS id, c.subject AS subject, c.text AS text, c.wish AS wish,
       (SELECT group_concat(said, char(10))
        FROM (SELECT m.text AS said FROM message AS m
              WHERE m.complaint_id = c.id ORDER BY m.happened_at, m.event_id)) AS notes,
       (SELECT group_concat(said, char(10))
        FROM (SELECT p.text AS said FROM promise AS p WHERE p.complaint_id = c.id
              UNION ALL SELECT t.text FROM task AS t WHERE t.complaint_id = c.id
              UNION ALL SELECT coalesce(o.text, '') || char(10) || coalesce(o.wish, '') FROM offer AS o WHERE o.complaint_id = c.id
              UNION ALL SELECT a.body || char(10) || coalesce(a.ref, '') FROM appeal AS a WHERE a.complaint_id = c.id
              UNION ALL SELECT coalesce(s.text, '') || char(10) || coalesce(s.what, '') || char(10) || coalesce(s.place, '')
                               || char(10) || coalesce(s.why, '') FROM step AS s
              WHERE s.complaint_id = c.id)) AS parts,
       coalesce(c.ref, '') || char(10) || coalesce(c.category, '') || char(10) || coalesce(c.product, '') || char(10)
           || coalesce(c.tags, '')
           || coalesce((SELECT group_concat(char(10) || value, '')
                        FROM (SELECT v.value AS value FROM own_value AS v WHERE v.complaint_id = c.id ORDER BY v.name)), '')
           AS terms,
       (SELECT group_concat(reason, char(10))
        FROM (SELECT w.reason AS reason FROM wait AS w WHERE w.complaint_id = c.id ORDER BY w.event_id)) AS waiting,
       coalesce(c.gave_name, '') || char(10) || coalesce(c.gave_email, '') || char(10)
           || coalesce(c.gave_phone || char(10)
                       || replace(replace(replace(replace(replace(replace(c.gave_phone, ' ', ''), '-', ''), '(', ''), ')',
                                                          ''), '/', ''), '.', ''), '') AS gave
FROM complaint AS c;
CREATE INDEX complaint_by_resolution ON complaint (resolved_at, received_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX complaint_of_customer ON complaint (customer_id, received_at) WHERE customer_id IS NOT NULL;
CREATE INDEX complaint_with_injury ON complaint (received_at) WHERE harm = 'injury';
CREATE VIEW customers AS
SELECT 'C-' || id AS id, name, email, phone, value_cents, prefers, 'C-' || merged_into AS merged_into, ref, source, type,
       id AS number, customer.merged_into AS merged_into_number,
       strftime('%Y-%m-%dT%H:%M:%SZ', erased_at, 'unixepoch') AS erased_at
FROM customer;
CREATE INDEX extension_by_until ON extension (until);
CREATE VIEW extensions AS
SELECT 'R-' || complaint_id AS complaint, number, iif(term IS NULL, 'resolution', 'legal') AS clock, term,
       strftime('%Y-%m-%dT%H:%M:%SZ', first_due_at, 'unixepoch') AS first_due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', until, 'unixepoch') AS until, reason,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       complaint_id AS complaint_number
FROM extension;
CREATE VIEW deadlines AS
SELECT 'R-' || complaint_id AS complaint, clock, ordinal,
       strftime('%Y-%m-%dT%H:%M:%SZ', started_at, 'unixepoch') AS started_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', warn_at, 'unixepoch') AS warn_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', met_at, 'unixepoch') AS met_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', cancelled_at, 'unixepoch') AS cancelled_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', missed_at, 'unixepoch') AS missed_at,
       left_seconds / 60 AS left_minutes, taken_seconds / 60 AS taken_minutes,
       overrun_seconds / 60 AS overrun_minutes, target, sla, calendar, policy,
       complaint_id AS complaint_number, silence
FROM deadline;
CREATE INDEX complaint_in_danger ON complaint (received_at) WHERE harm <> 'none';
CREATE INDEX appeal_by_decision ON appeal (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX deadline_outliving ON deadline (complaint_id, due_at)
    WHERE clock IN ('legal', 'appeal', 'authority') AND met_at IS NULL AND cancelled_at IS NULL AND missed_at IS NULL;
CREATE VIEW appeals AS
SELECT 'R-' || complaint_id AS complaint, number, body, ref,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       complaint_id AS complaint_number,
       CASE WHEN decided_at IS NOT NULL THEN 'decided' WHEN answered_at IS NOT NULL THEN 'answered' ELSE 'open' END AS state,
       against, decider, strftime('%Y-%m-%dT%H:%M:%SZ', answer_by, 'unixepoch') AS answer_by,
       strftime('%Y-%m-%dT%H:%M:%SZ', answered_at, 'unixepoch') AS answered_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', decided_at, 'unixepoch') AS decided_at, decision, amount_cents, currency
FROM appeal;
CREATE VIEW complaints AS
SELECT 'R-' || c.id AS id, c.ref, c.source, c.status, c.kind, c.priority, c.harm, c.category, c.product, c.cause,
       c.channel, c.subject, c.text, c.wish, 'C-' || c.customer_id AS customer_id, u.name AS customer, u.email,
       u.phone, u.value_cents AS customer_value_cents, c.team, c.assignee, c.tags,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.received_at, 'unixepoch') AS received_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.logged_at, 'unixepoch') AS logged_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.responded_at, 'unixepoch') AS responded_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.resolved_at, 'unixepoch') AS resolved_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.closed_at, 'unixepoch') AS closed_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.waiting_since, 'unixepoch') AS waiting_since, c.waiting_reason,
       c.waited_seconds / 60 AS waiting_minutes, c.outcome, c.settled, c.remedy, c.amount_cents, c.currency,
       c.csat, c.nps, c.retained, c.reopened_count, 'R-' || c.merged_into AS merged_into, c.uid,
       c.approved_by, c.left_undone, strftime('%Y-%m-%dT%H:%M:%SZ', c.followed_up_at, 'unixepoch') AS followed_up_at,
       c.reached, strftime('%Y-%m-%dT%H:%M:%SZ', c.granted_at, 'unixepoch') AS granted_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.owed_since, 'unixepoch') AS owed_since,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.paid_at, 'unixepoch') AS paid_at,
       c.gave_name, c.gave_email, c.gave_phone, c.customer_type,
       c.id AS number, c.customer_id AS customer_number, c.merged_into AS merged_into_number,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.waiting_until, 'unixepoch') AS waiting_until,
       c.first_outcome, strftime('%Y-%m-%dT%H:%M:%SZ', c.first_resolved_at, 'unixepoch') AS first_resolved_at,
       c.effort_minutes, c.public, strftime('%Y-%m-%dT%H:%M:%SZ', c.erased_at, 'unixepoch') AS erased_at, c.stage,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.recourse_told_at, 'unixepoch') AS recourse_told_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.reported_at, 'unixepoch') AS reported_at, c.reported_to, c.not_reportable,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.not_reportable_at, 'unixepoch') AS not_reportable_at
FROM complaint AS c LEFT JOIN customer AS u ON u.id = c.customer_id;
PRAGMA writable_schema=OFF;
COMMIT;
