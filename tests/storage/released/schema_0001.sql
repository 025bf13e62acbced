CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE askers (
    user_id BIGINT NOT NULL,
    CONSTRAINT pk_askers PRIMARY KEY (user_id)
);

CREATE TABLE solutions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    user_id BIGINT NOT NULL,
    guild_id BIGINT,
    asked_at DATETIME NOT NULL,
    solution JSON NOT NULL,
    CONSTRAINT fk_solutions_user_id FOREIGN KEY(user_id) REFERENCES askers (user_id) ON DELETE CASCADE
);

CREATE INDEX ix_solutions_user_id_asked_at_id ON solutions (user_id, asked_at, id);

CREATE TABLE reports (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    solution_id INTEGER NOT NULL,
    reporter_id BIGINT NOT NULL,
    guild_id BIGINT,
    reported_at DATETIME NOT NULL,
    report JSON NOT NULL,
    CONSTRAINT fk_reports_solution_id FOREIGN KEY(solution_id) REFERENCES solutions (id) ON DELETE CASCADE,
    CONSTRAINT fk_reports_reporter_id FOREIGN KEY(reporter_id) REFERENCES askers (user_id) ON DELETE CASCADE
);

CREATE INDEX ix_reports_solution_id ON reports (solution_id);

CREATE INDEX ix_reports_reporter_id ON reports (reporter_id);

CREATE INDEX ix_reports_guild_id_reported_at_id ON reports (guild_id, reported_at, id);

CREATE TABLE guild_settings (
    guild_id BIGINT NOT NULL,
    level VARCHAR(32),
    CONSTRAINT pk_guild_settings PRIMARY KEY (guild_id)
);

CREATE TABLE preferences (
    user_id BIGINT NOT NULL,
    language VARCHAR(32),
    level VARCHAR(32),
    CONSTRAINT pk_preferences PRIMARY KEY (user_id),
    CONSTRAINT fk_preferences_user_id FOREIGN KEY(user_id) REFERENCES askers (user_id) ON DELETE CASCADE
);

INSERT INTO alembic_version VALUES ('0001');
