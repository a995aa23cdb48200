-- What a person has or owes. Amounts are signed from the person's view: what is owed is negative.
CREATE TABLE account (
    id              uuid           PRIMARY KEY,
    user_id         uuid           NOT NULL,
    name            varchar(100)   NOT NULL,
    type            varchar(20)    NOT NULL,
    institution     varchar(100),
    mask            varchar(10),
    currency        varchar(3)     NOT NULL,
    opening_balance numeric(19, 4) NOT NULL,
    opened_on       date,
    -- The opening balance and all posted transactions: changed by the statement that changes them, never computed anew.
    balance         numeric(28, 4) NOT NULL,
    version         integer        NOT NULL,
    created_at      timestamptz    NOT NULL,
    updated_at      timestamptz    NOT NULL,
    closed_at       timestamptz,
    CONSTRAINT account_is_settled_when_closed CHECK (closed_at IS NULL OR balance = 0),
    -- So that a transaction can be held to its account's owner and currency.
    CONSTRAINT account_owner_and_currency UNIQUE (id, user_id, currency)
);

CREATE INDEX account_of_person ON account (user_id, id);

-- Money that went in or out of an account: out is negative.
CREATE TABLE transaction (
    id            uuid           PRIMARY KEY,
    user_id       uuid           NOT NULL,
    account_id    uuid           NOT NULL,
    amount        numeric(19, 4) NOT NULL CHECK (amount <> 0),
    currency      varchar(3)     NOT NULL,
    booked_on     date           NOT NULL,
    description   varchar(200)   NOT NULL,
    merchant_name varchar(100),
    category      varchar(40)    NOT NULL,
    status        varchar(10)    NOT NULL,
    tags          text[]         NOT NULL,
    notes         varchar(2000),
    created_at    timestamptz    NOT NULL,
    updated_at    timestamptz    NOT NULL,
    CONSTRAINT transaction_is_of_its_account
        FOREIGN KEY (account_id, user_id, currency) REFERENCES account (id, user_id, currency)
);

-- A person's transactions, newest first, and their sums over time, answered from the index alone. Tags and notes are too
-- long for an index entry.
CREATE INDEX transaction_newest ON transaction (user_id, booked_on DESC, id DESC)
    INCLUDE (account_id, amount, currency, status, category, merchant_name, description, created_at, updated_at);

CREATE INDEX transaction_largest ON transaction (user_id, amount DESC, id DESC);

-- An account's transactions, newest first; the included columns make up the history of its balance.
CREATE INDEX transaction_of_account ON transaction (account_id, booked_on DESC, id DESC)
    INCLUDE (amount, status);

-- The requests that carried an idempotency key, and the ids of what they made.
CREATE TABLE request (
    user_id         uuid         NOT NULL,
    idempotency_key varchar(100) NOT NULL,
    fingerprint     char(64)     NOT NULL,
    made_ids        uuid[]       NOT NULL,
    created_at      timestamptz  NOT NULL,
    PRIMARY KEY (user_id, idempotency_key)
);

CREATE INDEX request_age ON request (created_at);
