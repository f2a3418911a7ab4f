"""A job that is added is told to nobody: a NOTIFY would let one transaction of the server at a time commit. Workers look
five times a second.
"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("DROP TRIGGER IF EXISTS procrastinate_jobs_notify_queue_job_inserted_v1 ON jobs.procrastinate_jobs")
