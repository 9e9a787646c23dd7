"""Projects as Taguette makes them."""

import json
import sqlite3

SCHEMA = """
CREATE TABLE users (login VARCHAR(30) NOT NULL, created DATETIME NOT NULL, hashed_password VARCHAR(192),
    email VARCHAR(256), CONSTRAINT pk_users PRIMARY KEY (login));
CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
    description TEXT NOT NULL, created DATETIME NOT NULL);
CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
    description TEXT NOT NULL, filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL,
    project_id INTEGER NOT NULL, text_direction VARCHAR(13) NOT NULL, contents TEXT NOT NULL,
    FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE);
CREATE TABLE commands (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL,
    user_login VARCHAR(30) NOT NULL, project_id INTEGER NOT NULL, document_id INTEGER, payload TEXT NOT NULL);
CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL,
    start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL,
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE);
CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL,
    path VARCHAR(200) NOT NULL, description TEXT NOT NULL, CONSTRAINT uq_tags UNIQUE (project_id, path));
CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL,
    CONSTRAINT pk_highlight_tags PRIMARY KEY (highlight_id, tag_id));
CREATE INDEX ix_highlights_document_id ON highlights (document_id);
CREATE INDEX ix_highlight_tags_tag_id ON highlight_tags (tag_id);
"""
AT = "2024-01-01 00:00:00.000000"


class Making:
    """A project's file in the making."""

    def __init__(self, path, schema=SCHEMA):
        self.path = path
        self.connection = sqlite3.connect(path)
        self.connection.executescript(schema)
        self.connection.execute("INSERT INTO projects VALUES (1, 'مشروع', '', ?)", [AT])

    def document(self, contents, *, name="خبر.html", direction="RIGHT_TO_LEFT", project=1):
        return self._insert(
            "documents (name, description, filename, created, project_id, text_direction, contents)",
            (name, "", name, AT, project, direction, contents),
        )

    def tag(self, path):
        return self._insert("tags (project_id, path, description)", (1, path, ""))

    def highlight(self, document, start, end, snippet, *tags, user="admin"):
        """A highlight, with the command that made it."""
        number = self._insert(
            "highlights (document_id, start_offset, end_offset, snippet)", (document, start, end, snippet)
        )
        for tag in tags:
            self.connection.execute("INSERT INTO highlight_tags VALUES (?, ?)", (number, tag))
        payload = {"type": "highlight_add", "highlight_id": number, "start_offset": start, "tags": tags}
        self._insert(
            "commands (date, user_login, project_id, document_id, payload)",
            (AT, user, 1, document, json.dumps(payload)),
        )
        return number

    def done(self):
        """The file's path, once all is in it."""
        self.connection.commit()
        self.connection.close()
        return self.path

    def _insert(self, columns, values):
        marks = ", ".join("?" * len(values))
        return self.connection.execute(f"INSERT INTO {columns} VALUES ({marks})", values).lastrowid
