-- One measurement. The value is in the canonical unit of its type, so that no unit is stored.
CREATE TABLE vital (
    id                 uuid           PRIMARY KEY,
    user_id            uuid           NOT NULL,
    type               varchar(40)    NOT NULL,
    value              numeric(12, 4) NOT NULL,
    source             varchar(40)    NOT NULL,
    recorded_at        timestamptz    NOT NULL,
    ended_at           timestamptz,
    utc_offset_minutes integer,
    -- Kept as text: jsonb refuses numbers and escapes that JSON allows, and nothing searches in it.
    metadata           text,
    version            integer        NOT NULL,
    created_at         timestamptz    NOT NULL,
    updated_at         timestamptz    NOT NULL,
    CONSTRAINT vital_ends_after_it_begins CHECK (ended_at >= recorded_at),
    CONSTRAINT vital_metadata_is_small CHECK (octet_length(metadata) <= 4096)
);

-- A person's vitals, newest first, answered from the index alone. Metadata is too long for an index entry.
CREATE INDEX vital_newest ON vital (user_id, recorded_at DESC, id DESC)
    INCLUDE (type, value, source, ended_at, utc_offset_minutes, updated_at);

-- A source reports a type once for an instant. Also answers lists and series of one type from the index alone: were a
-- column missing here, the planner would rather walk through a person's vitals of all types.
CREATE UNIQUE INDEX vital_once ON vital (user_id, type, recorded_at, source)
    INCLUDE (id, value, ended_at, utc_offset_minutes, updated_at);

-- The requests that carried an idempotency key, and what they did.
CREATE TABLE vital_request (
    user_id         uuid         NOT NULL,
    idempotency_key varchar(100) NOT NULL,
    fingerprint     char(64)     NOT NULL,
    vital_ids       uuid[],
    updated         integer,
    created_at      timestamptz  NOT NULL,
    PRIMARY KEY (user_id, idempotency_key)
);

CREATE INDEX vital_request_age ON vital_request (created_at);
