"""A tenant's jobs in the queue of its cell, as a move needs them."""

from typing import Final

from sqlalchemy import Connection, Engine, text

_PATH: Final = text("SET LOCAL search_path = jobs, pg_catalog")  # the queue's own triggers look there
_THERE: Final = text("""
SELECT queue_name, task_name, priority, lock, queueing_lock, args::text AS args, scheduled_at, attempts,
    CASE status WHEN 'failed' THEN 'failed' ELSE 'todo' END AS status
FROM jobs.procrastinate_jobs
WHERE args ->> 'namespace' = :namespace AND status IN ('todo', 'doing', 'failed') ORDER BY id
""")
_ADD: Final = text("""
INSERT INTO procrastinate_jobs
    (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at, attempts, status)
VALUES (:queue_name, :task_name, :priority, :lock, :queueing_lock, CAST(:args AS jsonb), :scheduled_at, :attempts,
    CAST(:status AS procrastinate_job_status))
""")
_EMPTY: Final = text("DELETE FROM procrastinate_jobs WHERE args ->> 'namespace' = :namespace")
_RUNNING: Final = text("""
SELECT task_name FROM jobs.procrastinate_jobs WHERE args ->> 'namespace' = :namespace AND status = 'doing' LIMIT 1
""")


def carry_over(source: Connection, target: Connection, namespace: str) -> None:
    """What waits and what has failed, in the same order. None is at work: one that seems so is on its way back."""
    rows = [dict(row) for row in source.execute(_THERE, {"namespace": namespace}).mappings()]
    if rows:
        target.execute(_PATH)
        target.execute(_ADD, rows)
        target.execute(text("SET LOCAL search_path = ''"))


def empty(cell: Connection, namespace: str) -> None:
    cell.execute(_PATH)
    cell.execute(_EMPTY, {"namespace": namespace})
    cell.execute(text("SET LOCAL search_path = ''"))


def running(cell: Engine, namespace: str) -> str | None:
    """The name of a job that is at work."""
    with cell.connect() as connection:
        return connection.execute(_RUNNING, {"namespace": namespace}).scalars().first()
