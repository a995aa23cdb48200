-- A person's inbox. Whoever changes it locks this row first, so that the changes of one person follow one another: the
-- counts are exact, and the order of the events is the order of the commits.
CREATE TABLE inbox (
    user_id       uuid    PRIMARY KEY,
    last_sequence bigint  NOT NULL DEFAULT 0,
    total         integer NOT NULL DEFAULT 0,
    unseen        integer NOT NULL DEFAULT 0,
    unread        integer NOT NULL DEFAULT 0,
    archived      integer NOT NULL DEFAULT 0,
    CONSTRAINT inbox_counts_are_possible CHECK (archived >= 0 AND unseen >= 0 AND unseen <= unread AND unread <= total)
);

CREATE TABLE notification (
    id              uuid          PRIMARY KEY,
    user_id         uuid          NOT NULL REFERENCES inbox,
    topic           varchar(40)   NOT NULL,
    priority        varchar(40)   NOT NULL,
    title           varchar(140)  NOT NULL,
    message         varchar(2000) NOT NULL,
    subject_type    varchar(40),
    subject_id      uuid,
    idempotency_key varchar(100),
    created_at      timestamptz   NOT NULL,
    seen_at         timestamptz,
    read_at         timestamptz,
    archived_at     timestamptz,
    CONSTRAINT notification_subject_is_whole CHECK ((subject_type IS NULL) = (subject_id IS NULL)),
    CONSTRAINT notification_read_is_seen CHECK (read_at IS NULL OR seen_at IS NOT NULL)
);

-- Lists, newest first, answered from an index alone. The message is too long for an index entry.
CREATE INDEX notification_newest ON notification (user_id, created_at DESC, id DESC)
    INCLUDE (topic, priority, title, subject_type, subject_id, seen_at, read_at, archived_at)
    WHERE archived_at IS NULL;

CREATE INDEX notification_unread ON notification (user_id, created_at DESC, id DESC)
    INCLUDE (topic, priority, title, subject_type, subject_id, seen_at, read_at, archived_at)
    WHERE archived_at IS NULL AND read_at IS NULL;

CREATE INDEX notification_archived ON notification (user_id, created_at DESC, id DESC)
    INCLUDE (topic, priority, title, subject_type, subject_id, seen_at, read_at, archived_at)
    WHERE archived_at IS NOT NULL;

CREATE UNIQUE INDEX notification_once ON notification (user_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- What happened in an inbox: the state of the notification and the counts right after it.
CREATE TABLE notification_event (
    user_id         uuid        NOT NULL REFERENCES inbox,
    sequence        bigint      NOT NULL,
    kind            varchar(40) NOT NULL,
    notification_id uuid        REFERENCES notification,
    seen_at         timestamptz,
    read_at         timestamptz,
    archived_at     timestamptz,
    total           integer     NOT NULL,
    unseen          integer     NOT NULL,
    unread          integer     NOT NULL,
    archived        integer     NOT NULL,
    occurred_at     timestamptz NOT NULL,
    PRIMARY KEY (user_id, sequence)
);

CREATE INDEX notification_event_age ON notification_event (occurred_at);
